package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Entity;
import java.util.Locale;
import java.util.Set;

/// Names of programs that Windows and common products bring, by what they are good for.
final class Binaries {

    static final Set<String> SHELLS =
            Set.of(
                    "cmd.exe",
                    "powershell.exe",
                    "pwsh.exe",
                    "powershell_ise.exe",
                    "bash.exe",
                    "wsl.exe",
                    "sh",
                    "bash",
                    "zsh",
                    "dash");
    static final Set<String> SCRIPT_HOSTS =
            Set.of("wscript.exe", "cscript.exe", "mshta.exe", "powershell.exe", "pwsh.exe", "powershell_ise.exe");

    /// Windows programs that run other people's code: they have few reasons to speak to the internet.
    static final Set<String> PROXIES =
            Set.of(
                    "rundll32.exe",
                    "regsvr32.exe",
                    "mshta.exe",
                    "wscript.exe",
                    "cscript.exe",
                    "msbuild.exe",
                    "installutil.exe",
                    "regasm.exe",
                    "regsvcs.exe",
                    "cmstp.exe",
                    "odbcconf.exe",
                    "certutil.exe",
                    "bitsadmin.exe",
                    "hh.exe",
                    "msxsl.exe",
                    "wmic.exe",
                    "control.exe",
                    "notepad.exe",
                    "calc.exe",
                    "dllhost.exe",
                    "werfault.exe",
                    "schtasks.exe");

    static final Set<String> OFFICE =
            Set.of(
                    "winword.exe",
                    "excel.exe",
                    "powerpnt.exe",
                    "outlook.exe",
                    "onenote.exe",
                    "onenotem.exe",
                    "msaccess.exe",
                    "mspub.exe",
                    "visio.exe",
                    "eqnedt32.exe",
                    "acrord32.exe",
                    "acrobat.exe",
                    "foxitreader.exe",
                    "wordpad.exe");
    static final Set<String> MAIL_CLIENTS = Set.of("outlook.exe", "olk.exe", "hxoutlook.exe", "thunderbird.exe");
    static final Set<String> BROWSERS =
            Set.of(
                    "chrome.exe",
                    "msedge.exe",
                    "firefox.exe",
                    "iexplore.exe",
                    "brave.exe",
                    "opera.exe",
                    "microsoftedge.exe",
                    "browser_broker.exe",
                    "chrome",
                    "firefox",
                    "safari");
    static final Set<String> ARCHIVERS =
            Set.of(
                    "7zfm.exe",
                    "7zg.exe",
                    "7z.exe",
                    "winrar.exe",
                    "rar.exe",
                    "winzip64.exe",
                    "winzip32.exe",
                    "unrar.exe");
    static final Set<String> SERVERS =
            Set.of(
                    "w3wp.exe",
                    "httpd.exe",
                    "nginx.exe",
                    "tomcat.exe",
                    "tomcat9.exe",
                    "sqlservr.exe",
                    "mysqld.exe",
                    "php-cgi.exe",
                    "umworkerprocess.exe",
                    "node.exe",
                    "java.exe");

    /// Windows processes of fixed name, place and parent.
    static final Set<String> SYSTEM =
            Set.of(
                    "svchost.exe",
                    "lsass.exe",
                    "services.exe",
                    "csrss.exe",
                    "smss.exe",
                    "wininit.exe",
                    "winlogon.exe",
                    "lsaiso.exe",
                    "taskhostw.exe",
                    "taskhost.exe",
                    "dwm.exe",
                    "spoolsv.exe",
                    "fontdrvhost.exe",
                    "runtimebroker.exe",
                    "dllhost.exe",
                    "sihost.exe",
                    "ctfmon.exe",
                    "conhost.exe",
                    "searchindexer.exe",
                    "wmiprvse.exe",
                    "wudfhost.exe",
                    "audiodg.exe",
                    "userinit.exe",
                    "logonui.exe",
                    "werfault.exe",
                    "rundll32.exe",
                    "explorer.exe",
                    "backgroundtaskhost.exe",
                    "searchprotocolhost.exe",
                    "consent.exe");

    /// Roots of sessions and services: nobody's malice says anything of them.
    static final Set<String> ROOTS =
            Set.of(
                    "explorer.exe",
                    "services.exe",
                    "svchost.exe",
                    "wininit.exe",
                    "winlogon.exe",
                    "userinit.exe",
                    "smss.exe",
                    "csrss.exe",
                    "system",
                    "lsass.exe",
                    "wmiprvse.exe",
                    "taskhostw.exe",
                    "taskeng.exe",
                    "sihost.exe",
                    "dllhost.exe",
                    "wsmprovhost.exe",
                    "init",
                    "systemd",
                    "launchd",
                    "registry",
                    "runtimebroker.exe");

    static final Set<String> DISCOVERY =
            Set.of(
                    "whoami.exe",
                    "systeminfo.exe",
                    "tasklist.exe",
                    "ipconfig.exe",
                    "netstat.exe",
                    "arp.exe",
                    "nltest.exe",
                    "net.exe",
                    "net1.exe",
                    "quser.exe",
                    "query.exe",
                    "qwinsta.exe",
                    "hostname.exe",
                    "nbtstat.exe",
                    "route.exe",
                    "dsquery.exe",
                    "adfind.exe",
                    "wmic.exe",
                    "klist.exe",
                    "cmdkey.exe",
                    "gpresult.exe",
                    "tree.com",
                    "nslookup.exe",
                    "ping.exe",
                    "fsutil.exe",
                    "netsh.exe",
                    "setspn.exe",
                    "csvde.exe",
                    "ldifde.exe",
                    "whoami",
                    "id",
                    "uname",
                    "ifconfig",
                    "w",
                    "who",
                    "last");

    /// Programs of Windows that attackers use without making them their own (beside all of the above).
    static final Set<String> TOOLS =
            Set.of(
                    "reg.exe",
                    "sc.exe",
                    "schtasks.exe",
                    "at.exe",
                    "wevtutil.exe",
                    "vssadmin.exe",
                    "wbadmin.exe",
                    "bcdedit.exe",
                    "diskshadow.exe",
                    "esentutl.exe",
                    "ntdsutil.exe",
                    "certreq.exe",
                    "curl.exe",
                    "ftp.exe",
                    "expand.exe",
                    "makecab.exe",
                    "forfiles.exe",
                    "findstr.exe",
                    "attrib.exe",
                    "icacls.exe",
                    "takeown.exe",
                    "taskkill.exe",
                    "find.exe",
                    "xcopy.exe",
                    "robocopy.exe",
                    "msiexec.exe",
                    "mavinject.exe",
                    "psr.exe",
                    "timeout.exe",
                    "choice.exe",
                    "clip.exe",
                    "more.com",
                    "chcp.com",
                    "dism.exe",
                    "fltmc.exe",
                    "auditpol.exe",
                    "cipher.exe",
                    "shutdown.exe",
                    "logoff.exe",
                    "mmc.exe",
                    "eventvwr.exe",
                    "fodhelper.exe",
                    "computerdefaults.exe",
                    "sdclt.exe",
                    "regini.exe",
                    "regedit.exe",
                    "extrac32.exe",
                    "tar.exe",
                    "ssh.exe",
                    "winrs.exe",
                    "runas.exe",
                    "csc.exe",
                    "cvtres.exe",
                    "vbc.exe",
                    "jsc.exe",
                    "mpcmdrun.exe",
                    "ieexec.exe",
                    "presentationhost.exe",
                    "pcalua.exe",
                    "msdt.exe",
                    "desktopimgdownldr.exe",
                    "mstsc.exe",
                    "sort.exe",
                    "xwizard.exe",
                    "taskmgr.exe",
                    "notepad.exe",
                    "sdbinst.exe",
                    "wsmprovhost.exe");

    /// Agents that run commands on many machines for administrators.
    static final Set<String> MANAGEMENT =
            Set.of(
                    "ccmexec.exe",
                    "cmrcservice.exe",
                    "mssense.exe",
                    "senseir.exe",
                    "sensendr.exe",
                    "sensecncproxy.exe",
                    "microsoft.management.services.intunewindowsagent.exe",
                    "agentexecutor.exe",
                    "monitoringhost.exe",
                    "healthservice.exe",
                    "amazon-ssm-agent.exe",
                    "ssm-agent-worker.exe",
                    "ssm-document-worker.exe",
                    "windowsazureguestagent.exe",
                    "waappagent.exe",
                    "gc_worker.exe",
                    "gc_service.exe",
                    "taniumclient.exe",
                    "besclient.exe",
                    "puppet.exe",
                    "chef-client.exe",
                    "salt-minion.exe",
                    "qualysagent.exe",
                    "nessusd.exe",
                    "msmpeng.exe",
                    "trustedinstaller.exe",
                    "tiworker.exe",
                    "gpscript.exe",
                    "googleupdate.exe",
                    "microsoftedgeupdate.exe",
                    "officeclicktorun.exe");

    private Binaries() {}

    /// File name of a process's image in lower case, from its path or else from its command line.
    static String name(Entity.Process process) {
        String name = name(process.imageFile().fullPath());
        return name.isEmpty() ? name(firstWord(process.processCommandLine())) : name;
    }

    static String name(String path) {
        return Canonical.fileName(path.strip().replace("\"", "")).toLowerCase(Locale.ROOT);
    }

    private static String firstWord(String commandLine) {
        String text = commandLine.strip();
        if (text.startsWith("\"")) {
            int end = text.indexOf('"', 1);
            return end < 0 ? text.substring(1) : text.substring(1, end);
        }
        int end = text.indexOf(' ');
        return end < 0 ? text : text.substring(0, end);
    }

    /// Whether Windows brings a program of this name.
    static boolean ofWindows(String name) {
        return SYSTEM.contains(name)
                || SHELLS.contains(name)
                || SCRIPT_HOSTS.contains(name)
                || PROXIES.contains(name)
                || ROOTS.contains(name)
                || TOOLS.contains(name)
                || (DISCOVERY.contains(name) && !name.equals("adfind.exe"));
    }

    /// Whether the file is a program of Windows in its own folder: used for good and bad, never itself to blame.
    static boolean systemBinary(String name, String path) {
        String canonical = Canonical.path(path);
        boolean placed = canonical.contains("/");
        boolean kept = Places.inWindows(canonical) && !Places.droppable(canonical);
        return ofWindows(name) && (!placed || kept);
    }

    static boolean systemBinary(Entity.File file) {
        return systemBinary(name(file.fullPath()), file.fullPath());
    }
}
