package dupin.ui.hunting;

import dupin.ui.fx.Messages;
import java.util.List;

/// A question worth asking of any case, to begin with and to change.
///
/// @param technique ATT&CK id that it looks for
record StarterHunt(String technique, String name, String query) {

    static List<StarterHunt> all() {
        return List.of(
                new StarterHunt(
                        "T1059.001",
                        Messages.text("hunting.starterEncoded"),
                        """
                        process where process in (powershell.exe, pwsh.exe)
                          and (commandLine contains " -e" or commandLine contains "frombase64string" or commandLine contains "downloadstring")
                        | sort time desc\
                        """),
                new StarterHunt(
                        "T1003.001",
                        Messages.text("hunting.starterLsass"),
                        """
                        events where (kind = processAccess and target startswith "lsass")
                          or commandLine contains "lsass" or file endswith ".dmp"
                        | sort time desc\
                        """),
                new StarterHunt(
                        "T1547.001",
                        Messages.text("hunting.starterAutostart"),
                        """
                        registry where registryKey contains "\\CurrentVersion\\Run"
                        | sort time desc\
                        """),
                new StarterHunt(
                        "T1105",
                        Messages.text("hunting.starterTransfer"),
                        """
                        process where process in (certutil.exe, bitsadmin.exe, mshta.exe, regsvr32.exe, rundll32.exe, curl.exe)
                          and commandLine contains "http"
                        | sort time desc\
                        """),
                new StarterHunt(
                        "T1490",
                        Messages.text("hunting.starterRecovery"),
                        """
                        process where (commandLine contains "shadow" and commandLine contains "delete")
                          or commandLine contains "recoveryenabled" or commandLine contains "delete catalog"
                        | sort time desc\
                        """),
                new StarterHunt(
                        "T1114.003",
                        Messages.text("hunting.starterForwarding"),
                        """
                        events where kind in (inboxRule, cloudActivity)
                          and (any contains "forward" or any contains "redirect")
                        | sort time desc\
                        """));
    }
}
