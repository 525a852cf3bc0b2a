package dupin.intake.windows;

/// Services of Windows whose events have a meaning here, by the words of rules.
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

    private Channels() {}
}
