package dupin.engine.analyzer;

import java.util.List;
import java.util.Set;

/// Acts against credentials, recovery and protection, and ways to run code by a detour.
final class HarmBehaviours {
    private static final Set<String> ANY = Set.of();
    private static final Set<String> POWERSHELL = Set.of("powershell.exe", "pwsh.exe", "powershell_ise.exe");

    static final List<Behaviour> ALL =
            List.of(
                    b(
                            "command.dump-lsass",
                            "T1003.001 LSASS Memory",
                            "dumps a process's memory through a library of Windows",
                            ANY,
                            "comsvcs & minidump|#24|#-24|#+24|# 24"),
                    b(
                            "command.dump-lsass",
                            "T1003.001 LSASS Memory",
                            "dumps the memory of LSASS",
                            ANY,
                            "lsass & -ma |-mm |minidump|procdump|-accepteula|.dmp|nanodump|writeminidump"),
                    b(
                            "command.credential-tool",
                            "T1003 OS Credential Dumping",
                            "speaks the commands of a credential dumper",
                            ANY,
                            "sekurlsa::|lsadump::|kerberos::golden|kerberos::ptt|privilege::debug|token::elevate|invoke-mimikatz|dcsync|kerberoast|asreproast|dumpcreds| asktgt | asktgs | tgtdeleg| -ptt"),
                    b(
                            "command.hive-dump",
                            "T1003.002 Security Account Manager",
                            "saves the hives that hold credentials",
                            ANY,
                            "reg save|reg.exe save|reg export|reg.exe export & hklm\\sam |hklm\\security |hklm\\system |hkey_local_machine\\sam |hkey_local_machine\\security |hkey_local_machine\\system "),
                    b(
                            "command.ntds",
                            "T1003.003 NTDS",
                            "copies the directory's database",
                            ANY,
                            "ntds.dit|ntdsutil & ifm|create|copy|ac i ntds|activate instance|esentutl|create full"),
                    b(
                            "command.ntds",
                            "T1003.003 NTDS",
                            "takes the directory's database or a hive out of a shadow copy",
                            ANY,
                            "harddiskvolumeshadowcopy|globalroot\\device & ntds.dit|config\\sam·|config/sam·|config\\security·|config/security·|config\\system·|config/system·"),
                    b(
                            "command.hive-copy",
                            "T1003.002 Security Account Manager",
                            "copies a hive that holds credentials and that Windows keeps open",
                            ANY,
                            "copy|move |cp |esentutl|tar |7z|compress-archive|mklink|openread|readallbytes|filestream & config\\sam·|config/sam·|config\\security·|config/security·|config\\regback|config/regback"),
                    b(
                            "command.locked-copy",
                            "T1003.003 NTDS",
                            "copies a file that is in use out of a shadow copy with the database tool",
                            Set.of("esentutl.exe"),
                            "-y|-c & -vss"),
                    b(
                            "command.shadow-delete",
                            "T1490 Inhibit System Recovery",
                            "deletes shadow copies",
                            ANY,
                            "vssadmin & delete & shadow"),
                    b(
                            "command.shadow-delete",
                            "T1490 Inhibit System Recovery",
                            "deletes shadow copies",
                            ANY,
                            "shadowcopy & delete|remove-wmiobject|remove-ciminstance"),
                    b(
                            "command.shadow-delete",
                            "T1490 Inhibit System Recovery",
                            "shrinks the room for shadow copies",
                            ANY,
                            "vssadmin & resize & shadowstorage"),
                    b(
                            "command.backup-delete",
                            "T1490 Inhibit System Recovery",
                            "deletes backups",
                            ANY,
                            "wbadmin & delete & catalog|systemstatebackup|backup"),
                    b(
                            "command.recovery-off",
                            "T1490 Inhibit System Recovery",
                            "turns off recovery at start-up",
                            ANY,
                            "bcdedit & recoveryenabled|bootstatuspolicy & no|ignoreallfailures"),
                    b(
                            "command.log-clear",
                            "T1070.001 Clear Windows Event Logs",
                            "clears event logs",
                            ANY,
                            "wevtutil|clear-eventlog|remove-eventlog & cl |clear-log|clear-eventlog|remove-eventlog"),
                    b(
                            "command.journal-delete",
                            "T1070 Indicator Removal",
                            "deletes the volume's change journal",
                            Set.of("fsutil.exe"),
                            "usn & deletejournal"),
                    b(
                            "command.protection-off",
                            "T1562.001 Disable or Modify Tools",
                            "turns off protection",
                            ANY,
                            "set-mppreference & disablerealtimemonitoring|disablebehaviormonitoring|disablescriptscanning|disableioavprotection|disableblockatfirstseen & $true| true| 1"),
                    b(
                            "command.protection-off",
                            "T1562.001 Disable or Modify Tools",
                            "excludes places from protection",
                            ANY,
                            "add-mppreference|set-mppreference & -exclusion"),
                    b(
                            "command.protection-off",
                            "T1562.001 Disable or Modify Tools",
                            "removes the protection's definitions",
                            ANY,
                            "mpcmdrun & -removedefinitions"),
                    b(
                            "command.protection-off",
                            "T1562.001 Disable or Modify Tools",
                            "stops security software",
                            Set.of("sc.exe", "net.exe", "net1.exe", "taskkill.exe"),
                            "stop |delete |config |-im |-f & windefend|wscsvc| sense|mssense|msmpeng|sentinel|csfalcon|cbdefense|sophos|mcafee|symantec|bitdefender|crowdstrike|mpssvc|securityhealth|defender|antivirus| ekrn|trendmicro|carbonblack|cylance|malwarebytes|kaspersky"),
                    b(
                            "command.firewall-off",
                            "T1562.004 Disable or Modify System Firewall",
                            "turns off the firewall",
                            ANY,
                            "netsh & firewall|advfirewall & state off|opmode disable|opmode mode=disable"),
                    b(
                            "command.encoded",
                            "T1027 Obfuscated Files or Information",
                            "decodes itself",
                            ANY,
                            "frombase64string"),
                    b(
                            "command.hidden",
                            "T1564.003 Hidden Window",
                            "hides its window and skips profile or policy",
                            POWERSHELL,
                            "-w hidden|-windowstyle hidden|-win hidden|-wind hidden|-windowstyle 1|-w 1 & bypass|-nop|-noprofile|-noni|unrestricted|-enc|-e |-c"),
                    b(
                            "command.bypass",
                            "T1059.001 PowerShell",
                            "goes round the script policy",
                            POWERSHELL,
                            "-ep bypass|-exec bypass|executionpolicy bypass|-ex bypass|executionpolicy unrestricted"),
                    b(
                            "command.download-run",
                            "T1105 Ingress Tool Transfer",
                            "downloads code and runs it",
                            ANY,
                            "iex|invoke-expression|start-process|saps |invoke-item|rundll32|regsvr32 & downloadstring|downloadfile|downloaddata|invoke-webrequest|iwr |invoke-restmethod|irm |start-bitstransfer|openread|net.webclient"),
                    b(
                            "command.download",
                            "T1105 Ingress Tool Transfer",
                            "downloads through a script",
                            ANY,
                            "downloadstring|downloadfile|downloaddata|net.webclient|start-bitstransfer"),
                    b(
                            "command.certutil",
                            "T1105 Ingress Tool Transfer",
                            "uses the certificate tool to download",
                            Set.of("certutil.exe"),
                            "urlcache|verifyctl|-ping & http"),
                    b(
                            "command.certutil",
                            "T1140 Deobfuscate/Decode Files or Information",
                            "uses the certificate tool to decode",
                            Set.of("certutil.exe"),
                            "-decode |-decodehex "),
                    b(
                            "command.bits",
                            "T1197 BITS Jobs",
                            "uses the transfer service to download",
                            Set.of("bitsadmin.exe"),
                            "-transfer|-addfile|-setnotifycmdline"),
                    b(
                            "command.regsvr32",
                            "T1218.010 Regsvr32",
                            "registers a script from afar",
                            Set.of("regsvr32.exe"),
                            "-i:http|-i:\\\\|scrobj"),
                    b(
                            "command.mshta",
                            "T1218.005 Mshta",
                            "runs markup from afar or inline script",
                            Set.of("mshta.exe"),
                            "http:|https:|javascript:|vbscript:|about:"),
                    b(
                            "command.rundll32",
                            "T1218.011 Rundll32",
                            "runs inline script or a library by a hidden way",
                            Set.of("rundll32.exe"),
                            "javascript:|mshtml,runhtmlapplication|url.dll,openurl|advpack.dll,launchinf|zipfldr.dll,routethecall|shell32.dll,shellexec_rundll|\\\\127.0.0.1|davclnt"),
                    b(
                            "command.rundll32-user",
                            "T1218.011 Rundll32",
                            "runs a library out of a user's folder",
                            Set.of("rundll32.exe", "regsvr32.exe"),
                            "\\appdata\\|\\temp\\|\\users\\public\\|\\programdata\\|\\downloads\\|%temp%|%appdata%"),
                    b(
                            "command.proxy",
                            "T1127 Trusted Developer Utilities Proxy Execution",
                            "runs code through a developer's tool",
                            Set.of("installutil.exe", "regasm.exe", "regsvcs.exe"),
                            "-u|\\users\\|\\temp\\"),
                    b(
                            "command.proxy",
                            "T1218.003 CMSTP",
                            "runs an installer profile silently",
                            Set.of("cmstp.exe"),
                            "-s|-ni|-au"),
                    b(
                            "command.proxy",
                            "T1127.001 MSBuild",
                            "builds and runs a project out of a user's folder",
                            Set.of("msbuild.exe"),
                            "\\users\\|\\temp\\|\\programdata\\"),
                    b(
                            "command.proxy",
                            "T1202 Indirect Command Execution",
                            "starts a command by a detour",
                            Set.of("forfiles.exe", "pcalua.exe", "wmic.exe", "odbcconf.exe", "mavinject.exe", "hh.exe"),
                            "-c cmd|-c powershell|-a |format:http|regsvr|injectrunning|hh http|hh.exe http"));

    private HarmBehaviours() {}

    private static Behaviour b(String weightId, String technique, String words, Set<String> programs, String spec) {
        return Behaviour.of(weightId, technique, words, programs, spec);
    }
}
