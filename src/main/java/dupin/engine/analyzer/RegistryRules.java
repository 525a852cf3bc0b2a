package dupin.engine.analyzer;

import dupin.model.Technique;
import org.jspecify.annotations.Nullable;

/// What a registry value means for start-up and protection.
final class RegistryRules {

    record Rule(String weightId, String words, Technique technique) {}

    private RegistryRules() {}

    /// @param path the value's key: hive, key, value name in lower case with backslashes
    /// @param data normalised
    /// @param program canonical path of the program in the data
    static @Nullable Rule of(String path, String data, String program) {
        boolean odd =
                ParentRules.fromUserPlace(program)
                        || PersistenceAnalyzer.userPlace(data)
                        || ParentRules.interpreter(Binaries.name(program))
                        || data.contains("mshta")
                        || data.contains("http");
        if (path.contains("\\currentversion\\run\\")
                || path.contains("\\currentversion\\run|")
                || path.contains("\\currentversion\\runonce")
                || path.contains("\\policies\\explorer\\run")) {
            return new Rule(
                    odd ? "registry.run-odd" : "registry.run",
                    odd
                            ? "Starts a program out of a user's folder, or an interpreter, at every sign-in"
                            : "Starts a program at every sign-in",
                    new Technique("T1547.001", "Registry Run Keys / Startup Folder"));
        }
        if (path.contains("\\image file execution options\\")
                        && (path.endsWith("|debugger") || path.endsWith("|globalflag"))
                || path.contains("\\silentprocessexit\\")) {
            return new Rule(
                    "registry.hijack",
                    "Starts another program in the place of the one called",
                    new Technique("T1546.012", "Image File Execution Options Injection"));
        }
        if (path.endsWith("\\winlogon|shell") && !data.equals("explorer.exe")
                || path.endsWith("\\winlogon|userinit")
                        && !data.matches("(c:\\\\windows\\\\system32\\\\)?userinit(\\.exe)?,?")) {
            return new Rule(
                    "registry.hijack",
                    "Changes what starts at sign-in",
                    new Technique("T1547.004", "Winlogon Helper DLL"));
        }
        if (path.contains("\\shell\\open\\command")
                        && (path.contains("ms-settings") || path.contains("mscfile") || path.contains("exefile"))
                || path.contains("\\shell\\open\\command|delegateexecute")) {
            return new Rule(
                    "registry.uac",
                    "Makes an elevated Windows program start another",
                    new Technique("T1548.002", "Bypass User Account Control"));
        }
        if (path.contains("\\environment|userinitmprlogonscript") && !data.isBlank()) {
            return new Rule(
                    "registry.hijack",
                    "Runs a script whenever the account logs on",
                    new Technique("T1037.001", "Logon Script (Windows)"));
        }
        if (path.contains("\\wdigest|uselogoncredential") && truthy(data)) {
            return new Rule(
                    "registry.wdigest",
                    "Makes Windows keep passwords in clear",
                    new Technique("T1112", "Modify Registry"));
        }
        if (path.contains("\\windows defender\\")
                && (path.contains("|disable") && truthy(data) || path.contains("\\exclusions\\"))) {
            return new Rule(
                    "registry.protection",
                    "Weakens the protection",
                    new Technique("T1562.001", "Disable or Modify Tools"));
        }
        if (path.endsWith("|appinit_dlls") && !data.isBlank()
                || path.contains("\\appcertdlls|")
                || path.contains("\\lsa|security packages")
                || path.contains("\\lsa|notification packages") && data.contains("\\")) {
            return new Rule(
                    "registry.hijack",
                    "Loads a library into other processes",
                    new Technique("T1546.010", "AppInit DLLs"));
        }
        if (path.contains("\\services\\") && path.endsWith("|imagepath")) {
            if (data.contains("\\\\.\\pipe\\") || odd || data.startsWith("%comspec%")) {
                return new Rule(
                        "registry.service-odd",
                        "A service starts an interpreter or a program out of a user's folder",
                        new Technique("T1543.003", "Windows Service"));
            }
        }
        return null;
    }

    private static boolean truthy(String data) {
        return data.equals("1") || data.equals("0x1") || data.equals("0x00000001") || data.contains("(0x00000001)");
    }
}
