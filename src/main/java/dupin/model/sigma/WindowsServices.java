package dupin.model.sigma;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which event channels of Windows are meant by a rule's service.
public final class WindowsServices {
    /// Of names that begin so only the rest is written below.
    private static final String USUAL = "Microsoft-Windows-";

    private static final Map<String, List<String>> CHANNELS =
            read(
                    """
                    application = Application
                    security = Security
                    system = System
                    sysmon = -Sysmon/Operational
                    powershell = -PowerShell/Operational, PowerShellCore/Operational
                    powershell-classic = Windows PowerShell
                    taskscheduler = -TaskScheduler/Operational
                    wmi = -WMI-Activity/Operational
                    windefend = -Windows Defender/Operational
                    bits-client = -Bits-Client/Operational
                    terminalservices-localsessionmanager = -TerminalServices-LocalSessionManager/Operational, \
                    -TerminalServices-LocalSessionManager/Admin
                    terminalservices-remoteconnectionmanager = -TerminalServices-RemoteConnectionManager/Operational, \
                    -TerminalServices-RemoteConnectionManager/Admin
                    firewall-as = -Windows Firewall With Advanced Security/Firewall, \
                    -Windows Firewall With Advanced Security/FirewallDiagnostics
                    dns-client = -DNS Client Events/Operational, -DNS-Client/Operational
                    dns-server = DNS Server
                    dns-server-audit = -DNS-Server/Audit
                    dns-server-analytic = -DNS-Server/Analytical
                    codeintegrity-operational = -CodeIntegrity/Operational
                    driver-framework = -DriverFrameworks-UserMode/Operational
                    dhcp = -DHCP-Server/Operational
                    ntlm = -NTLM/Operational
                    ntfs = -Ntfs/Operational
                    winrm = -WinRM/Operational
                    printservice-admin = -PrintService/Admin
                    printservice-operational = -PrintService/Operational
                    smbclient-security = -SmbClient/Security
                    smbclient-connectivity = -SmbClient/Connectivity
                    smbserver-security = -SMBServer/Security
                    smbserver-connectivity = -SMBServer/Connectivity
                    applocker = -AppLocker/EXE and DLL, -AppLocker/MSI and Script, \
                    -AppLocker/Packaged app-Deployment, -AppLocker/Packaged app-Execution
                    msexchange-management = MSExchange Management
                    microsoft-servicebus-client = Microsoft-ServiceBus-Client/Operational, \
                    Microsoft-ServiceBus-Client/Admin, Microsoft-ServiceBus-Client
                    servicebus-client = Microsoft-ServiceBus-Client/Operational, \
                    Microsoft-ServiceBus-Client/Admin, Microsoft-ServiceBus-Client
                    ldap = -LDAP-Client/Debug
                    security-mitigations = -Security-Mitigations/KernelMode, -Security-Mitigations/UserMode, \
                    -Security-Mitigations/Kernel Mode, -Security-Mitigations/User Mode
                    diagnosis-scripted = -Diagnosis-Scripted/Operational
                    shell-core = -Shell-Core/Operational
                    openssh = OpenSSH/Operational
                    lsa-server = -LSA/Operational
                    vhdmp = -VHDMP/Operational
                    appxdeployment-server = -AppXDeploymentServer/Operational
                    appxpackaging-om = -AppxPackaging/Operational
                    appmodel-runtime = -AppModel-Runtime/Admin
                    capi2 = -CAPI2/Operational
                    certificateservicesclient-lifecycle-system = -CertificateServicesClient-Lifecycle-System/Operational
                    certificateservicesclient-lifecycle-user = -CertificateServicesClient-Lifecycle-User/Operational
                    iis-configuration = Microsoft-IIS-Configuration/Operational, Microsoft-IIS-Configuration/Administrative
                    kernel-event-tracing = -Kernel-EventTracing/Admin, -Kernel-EventTracing
                    kernel-shimengine = -Kernel-ShimEngine/Operational, -Kernel-ShimEngine/Diagnostic
                    application-experience = -Application-Experience/Program-Telemetry, \
                    -Application-Experience/Program-Compatibility-Assistant
                    bitlocker = -BitLocker/BitLocker Management
                    hyper-v-worker = -Hyper-V-Worker/Admin, -Hyper-V-Worker
                    sense = -SENSE/Operational
                    """);

    private static final Map<String, String> SERVICES = services();

    private WindowsServices() {}

    /// The channels of a service, by the name that Windows gives them; empty when it is not known.
    public static List<String> channels(String service) {
        return CHANNELS.getOrDefault(service, List.of());
    }

    /// The service of a channel, in letters of any case; "" for a channel that rules have no name for.
    public static String service(String channel) {
        String known = SERVICES.get(channel);
        return known != null ? known : SERVICES.getOrDefault(channel.strip().toLowerCase(Locale.ROOT), "");
    }

    private static Map<String, List<String>> read(String table) {
        var channels = new LinkedHashMap<String, List<String>>();
        for (String line : table.split("\n")) {
            int cut = line.indexOf(" = ");
            channels.put(
                    line.substring(0, cut),
                    List.of(line.substring(cut + 3).split(", ")).stream()
                            .map(name -> name.startsWith("-") ? USUAL + name.substring(1) : name)
                            .toList());
        }
        return channels;
    }

    /// As they are written, and in small letters for those who write them otherwise.
    private static Map<String, String> services() {
        var services = new HashMap<String, String>();
        CHANNELS.forEach((service, channels) -> {
            for (String channel : channels) {
                services.putIfAbsent(channel, service);
                services.putIfAbsent(channel.toLowerCase(Locale.ROOT), service);
            }
        });
        return Map.copyOf(services);
    }
}
