package dupin.engine.analyzer;

import java.util.List;
import java.util.Set;

/// Acts that reach further: other machines, accounts, start-up, data; and looking around.
final class ReachBehaviours {
    private static final Set<String> ANY = Set.of();
    private static final Set<String> POWERSHELL = Set.of("powershell.exe", "pwsh.exe", "powershell_ise.exe");

    static final List<Behaviour> ALL =
            List.of(
                    b(
                            "command.wmi-process",
                            "T1047 Windows Management Instrumentation",
                            "starts a process through WMI",
                            ANY,
                            "process & call & create ! -node:"),
                    b(
                            "command.wmi-remote",
                            "T1047 Windows Management Instrumentation",
                            "starts a process on another machine through WMI",
                            ANY,
                            "-node: & process & call & create"),
                    b(
                            "command.wmi-remote",
                            "T1047 Windows Management Instrumentation",
                            "starts a process through WMI methods",
                            POWERSHELL,
                            "invoke-wmimethod|invoke-cimmethod & win32_process & create"),
                    b(
                            "command.remote-exec",
                            "T1021 Remote Services",
                            "runs commands on another machine",
                            ANY,
                            "psexec|paexec|winrs -r|invoke-command -computername|enter-pssession|wmiexec|smbexec|atexec"),
                    b(
                            "command.remote-service",
                            "T1021.002 SMB/Windows Admin Shares",
                            "creates a service on another machine",
                            Set.of("sc.exe"),
                            "sc \\\\|sc.exe \\\\ & create|config|start"),
                    b(
                            "command.admin-share",
                            "T1021.002 SMB/Windows Admin Shares",
                            "writes to another machine's administrative share",
                            ANY,
                            "copy|move|xcopy|robocopy|net use & \\admin$|\\c$\\|\\c$ |\\ipc$"),
                    b(
                            "command.pipe-shell",
                            "T1134.001 Token Impersonation/Theft",
                            "writes to a named pipe out of a service to take its token",
                            ANY,
                            "-c echo & \\\\.\\pipe\\"),
                    b(
                            "command.task-create",
                            "T1053.005 Scheduled Task",
                            "creates a scheduled task",
                            Set.of("schtasks.exe", "at.exe"),
                            "-create|register-scheduledtask"),
                    b(
                            "command.task-odd",
                            "T1053.005 Scheduled Task",
                            "schedules a script host or a program out of a user's folder",
                            ANY,
                            "schtasks|register-scheduledtask|new-scheduledtaskaction & create|register|action & \\users\\|\\temp\\|\\programdata\\|\\public\\|powershell|mshta|wscript|cscript|rundll32|regsvr32|cmd -c|cmd.exe|http"),
                    b(
                            "command.task-system",
                            "T1053.005 Scheduled Task",
                            "schedules a program that runs as the system",
                            Set.of("schtasks.exe"),
                            "-create & -ru system|-ru \"system|-ru nt authority"),
                    b(
                            "command.service-odd",
                            "T1543.003 Windows Service",
                            "makes a service start an interpreter or a program out of a user's folder",
                            Set.of("sc.exe"),
                            "create|config & binpath & powershell|pwsh|cmd.exe|cmd -c|%comspec%|rundll32|mshta|\\users\\|\\temp\\"),
                    b(
                            "command.logon-script",
                            "T1037.001 Logon Script (Windows)",
                            "gives an account a script that runs at every logon",
                            ANY,
                            "userinitmprlogonscript ! query|delete|remove-item"),
                    b(
                            "command.service-create",
                            "T1543.003 Windows Service",
                            "creates or repoints a service",
                            ANY,
                            "sc create|sc.exe create|new-service|config & binpath"),
                    b(
                            "command.run-key",
                            "T1547.001 Registry Run Keys / Startup Folder",
                            "writes an autostart entry",
                            ANY,
                            "reg add|reg.exe add|new-itemproperty|set-itemproperty & currentversion\\run|winlogon|userinit|image file execution options|silentprocessexit|appinit_dlls"),
                    b(
                            "command.wdigest",
                            "T1112 Modify Registry",
                            "makes Windows keep passwords in clear",
                            ANY,
                            "wdigest & uselogoncredential &  1·|:1·|'1'|0x1·|0x00000001"),
                    b(
                            "command.uac",
                            "T1548.002 Bypass User Account Control",
                            "prepares a bypass of user account control",
                            ANY,
                            "ms-settings\\shell\\open\\command|mscfile\\shell\\open\\command|exefile\\shell\\open\\command|enablelua & reg add|reg.exe add|new-item|set-item|copy-item|delegateexecute|-d 0·|-d 0x0·"),
                    b(
                            "command.remote-desktop",
                            "T1021.001 Remote Desktop Protocol",
                            "opens remote desktop",
                            ANY,
                            "fdenytsconnections & -d 0·|-value 0·|0x0·|0x00000000"),
                    b(
                            "command.account-add",
                            "T1136.001 Local Account",
                            "adds an account or makes it an administrator",
                            ANY,
                            "net |net1 |net.exe |net1.exe & user |localgroup |group & -add"),
                    b(
                            "command.account-add",
                            "T1136.001 Local Account",
                            "adds an account or makes it an administrator",
                            ANY,
                            "new-localuser|add-localgroupmember|add-adgroupmember"),
                    b(
                            "command.trust",
                            "T1482 Domain Trust Discovery",
                            "maps the domain",
                            ANY,
                            "nltest & domain_trusts|dclist|all_trusts|trusted_domains"),
                    b(
                            "command.directory",
                            "T1087.002 Domain Account",
                            "queries the directory for administrators",
                            ANY,
                            "net group|net1 group|net.exe group|net1.exe group|group domain & domain admins|enterprise admins|domain controllers"),
                    b(
                            "command.directory-tool",
                            "T1087.002 Domain Account",
                            "queries the directory with an attacker's tool",
                            ANY,
                            "objectcategory=|objectclass=|trustdmp|sharphound|bloodhound|invoke-aclscanner|get-domainuser|powerview|get-netuser|get-netcomputer|-collectionmethod & -f|-c|get-|hound|dmp|powerview"),
                    b(
                            "command.password-search",
                            "T1552.001 Credentials In Files",
                            "searches for passwords",
                            ANY,
                            "findstr|select-string|cmdkey -list|vaultcmd|reg query & password|cpassword|credential|cmdkey|vaultcmd"),
                    b(
                            "command.amsi",
                            "T1562.001 Disable or Modify Tools",
                            "tampers with the script scanner",
                            ANY,
                            "amsiutils|amsiinitfailed|amsiscanbuffer|amsicontext"),
                    b(
                            "command.reflection",
                            "T1620 Reflective Code Loading",
                            "loads code into memory",
                            ANY,
                            "virtualalloc|createthread|getdelegateforfunctionpointer|[reflection.assembly]::load|reflection.assembly]::load|system.reflection.assembly]::load|kernel32.dll & load|alloc|marshal|thread|kernel32"),
                    b(
                            "command.injector",
                            "T1055 Process Injection",
                            "speaks of injection into other processes",
                            ANY,
                            "invoke-dllinjection|invoke-shellcode|invoke-reflectivepeinjection|shellcode"),
                    b(
                            "command.archive",
                            "T1560.001 Archive via Utility",
                            "packs data under a password",
                            ANY,
                            "rar |rar.exe |7z |7z.exe |7za |7zr & -hp| -p"),
                    b(
                            "command.upload",
                            "T1048 Exfiltration Over Alternative Protocol",
                            "sends a file to another machine",
                            Set.of(
                                    "curl.exe",
                                    "ftp.exe",
                                    "rclone.exe",
                                    "bitsadmin.exe",
                                    "powershell.exe",
                                    "pscp.exe",
                                    "winscp.exe"),
                            "curl|rclone|ftp|pscp|winscp|uploadfile|bitsadmin & -t |--upload-file|-f file=@|-f |=@|copy |-s:|uploadfile|-upload|-put ! -f http|-f https"),
                    b(
                            "command.file-download",
                            "T1105 Ingress Tool Transfer",
                            "downloads a program",
                            Set.of("curl.exe", "wget.exe", "powershell.exe", "pwsh.exe", "cmd.exe", "curl", "wget"),
                            "curl |wget |iwr |invoke-webrequest|curl.exe & http & -o |--output|-outfile|-o:"),
                    b(
                            "command.stream",
                            "T1564.004 NTFS File Attributes",
                            "hides a program in an alternate data stream",
                            ANY,
                            ".txt:|.log:|.dat:|.ini: & .exe|.dll|.vbs|.js|.ps1"),
                    b(
                            "command.acl",
                            "T1222.001 Windows File and Directory Permissions Modification",
                            "opens whole trees to everybody",
                            Set.of("icacls.exe", "takeown.exe", "attrib.exe"),
                            "everyone:f|everyone:(f)|-grant everyone|+h +s"),
                    b(
                            "command.unix-shell",
                            "T1059.004 Unix Shell",
                            "opens a shell to another machine",
                            ANY,
                            "/dev/tcp/|bash -i >|mkfifo"),
                    b(
                            "command.unix-shell",
                            "T1059.004 Unix Shell",
                            "gives a shell to whoever connects",
                            Set.of("nc", "nc.exe", "ncat", "ncat.exe", "netcat"),
                            "-e "),
                    b(
                            "command.pipe-to-shell",
                            "T1059.004 Unix Shell",
                            "pipes a download into a shell",
                            ANY,
                            "curl |wget & ¦ sh|¦sh|¦ bash|¦bash"));

    private ReachBehaviours() {}

    private static Behaviour b(String weightId, String technique, String words, Set<String> programs, String spec) {
        return Behaviour.of(weightId, technique, words, programs, spec);
    }
}
