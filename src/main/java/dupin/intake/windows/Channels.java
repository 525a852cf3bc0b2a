package dupin.intake.windows;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Which service of a rule's log source an event channel is.
final class Channels {
    static final String SYSMON = "sysmon";
    static final String SECURITY = "security";
    static final String SYSTEM = "system";
    static final String POWERSHELL = "powershell";
    static final String POWERSHELL_CLASSIC = "powershell-classic";
    static final String TASKS = "taskscheduler";
    static final String WMI = "wmi";
    static final String DEFENDER = "windefend";
    static final String BITS = "bits-client";
    static final String SESSIONS = "terminalservices-localsessionmanager";
    static final String REMOTE_SESSIONS = "terminalservices-remoteconnectionmanager";
    static final String FIREWALL = "firewall-as";
    static final String DNS_CLIENT = "dns-client";
    static final String CODE_INTEGRITY = "codeintegrity-operational";

    private static final Map<String, String> SERVICES = services();

    private Channels() {}

    /// The service in lower case; "" for a channel that rules have no name for.
    static String service(String channel) {
        String known = SERVICES.get(channel);
        return known != null ? known : SERVICES.getOrDefault(channel.strip().toLowerCase(Locale.ROOT), "");
    }

    private static Map<String, String> services() {
        var all = new HashMap<String, String>();
        add(all, "application", "Application");
        add(all, SECURITY, "Security");
        add(all, SYSTEM, "System");
        add(all, SYSMON, "Microsoft-Windows-Sysmon/Operational");
        add(all, POWERSHELL, "Microsoft-Windows-PowerShell/Operational", "PowerShellCore/Operational");
        add(all, POWERSHELL_CLASSIC, "Windows PowerShell");
        add(all, TASKS, "Microsoft-Windows-TaskScheduler/Operational");
        add(all, WMI, "Microsoft-Windows-WMI-Activity/Operational");
        add(all, DEFENDER, "Microsoft-Windows-Windows Defender/Operational");
        add(all, BITS, "Microsoft-Windows-Bits-Client/Operational");
        add(
                all,
                SESSIONS,
                "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational",
                "Microsoft-Windows-TerminalServices-LocalSessionManager/Admin");
        add(
                all,
                REMOTE_SESSIONS,
                "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational",
                "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Admin");
        add(all, FIREWALL, "Microsoft-Windows-Windows Firewall With Advanced Security/Firewall");
        add(
                all,
                DNS_CLIENT,
                "Microsoft-Windows-DNS Client Events/Operational",
                "Microsoft-Windows-DNS-Client/Operational");
        add(all, "dns-server", "DNS Server");
        add(all, "dns-server-audit", "Microsoft-Windows-DNS-Server/Audit");
        add(all, "dns-server-analytic", "Microsoft-Windows-DNS-Server/Analytical");
        add(all, CODE_INTEGRITY, "Microsoft-Windows-CodeIntegrity/Operational");
        add(all, "driver-framework", "Microsoft-Windows-DriverFrameworks-UserMode/Operational");
        add(all, "dhcp", "Microsoft-Windows-DHCP-Server/Operational");
        add(all, "ntlm", "Microsoft-Windows-NTLM/Operational");
        add(all, "ntfs", "Microsoft-Windows-Ntfs/Operational");
        add(all, "printservice-admin", "Microsoft-Windows-PrintService/Admin");
        add(all, "printservice-operational", "Microsoft-Windows-PrintService/Operational");
        add(all, "smbclient-security", "Microsoft-Windows-SmbClient/Security");
        add(all, "smbclient-connectivity", "Microsoft-Windows-SmbClient/Connectivity");
        add(all, "smbserver-connectivity", "Microsoft-Windows-SMBServer/Connectivity");
        add(
                all,
                "applocker",
                "Microsoft-Windows-AppLocker/EXE and DLL",
                "Microsoft-Windows-AppLocker/MSI and Script",
                "Microsoft-Windows-AppLocker/Packaged app-Deployment",
                "Microsoft-Windows-AppLocker/Packaged app-Execution");
        add(all, "msexchange-management", "MSExchange Management");
        add(
                all,
                "microsoft-servicebus-client",
                "Microsoft-ServiceBus-Client",
                "Microsoft-ServiceBus-Client/Operational");
        add(all, "servicebus-client", "Microsoft-ServiceBus-Client/Admin");
        add(all, "ldap", "Microsoft-Windows-LDAP-Client/Debug");
        add(
                all,
                "security-mitigations",
                "Microsoft-Windows-Security-Mitigations/KernelMode",
                "Microsoft-Windows-Security-Mitigations/UserMode",
                "Microsoft-Windows-Security-Mitigations/Kernel Mode",
                "Microsoft-Windows-Security-Mitigations/User Mode");
        add(all, "shell-core", "Microsoft-Windows-Shell-Core/Operational");
        add(all, "openssh", "OpenSSH/Operational");
        add(all, "vhdmp", "Microsoft-Windows-VHDMP/Operational");
        add(all, "appxdeployment-server", "Microsoft-Windows-AppXDeploymentServer/Operational");
        add(all, "appxpackaging-om", "Microsoft-Windows-AppxPackaging/Operational");
        add(all, "appmodel-runtime", "Microsoft-Windows-AppModel-Runtime/Admin");
        add(all, "lsa-server", "Microsoft-Windows-LSA/Operational");
        add(all, "diagnosis-scripted", "Microsoft-Windows-Diagnosis-Scripted/Operational");
        add(all, "capi2", "Microsoft-Windows-CAPI2/Operational");
        add(
                all,
                "certificateservicesclient-lifecycle-system",
                "Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational");
        add(all, "hyper-v-worker", "Microsoft-Windows-Hyper-V-Worker");
        add(all, "kernel-event-tracing", "Microsoft-Windows-Kernel-EventTracing");
        add(all, "kernel-shimengine", "Microsoft-Windows-Kernel-ShimEngine/Operational");
        add(all, "sense", "Microsoft-Windows-SENSE/Operational");
        add(all, "iis-configuration", "Microsoft-IIS-Configuration/Operational");
        return Map.copyOf(all);
    }

    private static void add(Map<String, String> all, String service, String... channels) {
        for (String channel : channels) {
            all.put(channel, service);
            all.put(channel.toLowerCase(Locale.ROOT), service);
        }
    }
}
