package dupin.respond.runbook;

import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import java.util.List;
import java.util.Optional;

/// An action as lines of PowerShell. Every argument that comes from the case is one single-quoted literal. Stateless.
final class PowerShellWords {
    private static final String QUARANTINE = "C:\\ProgramData\\Quarantine";

    private PowerShellWords() {}

    /// A single-quoted literal; empty for a text that has none (line breaks, control and direction characters).
    static Optional<String> quote(String text) {
        var quoted = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            if (Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                return Optional.empty();
            }
            // PowerShell takes four more characters for the same quote.
            if (c == '\'' || (c >= '\u2018' && c <= '\u201b')) {
                quoted.append(c);
            }
            quoted.append(c);
        }
        return Optional.of(quoted.append('\'').toString());
    }

    /// Lines to run; empty when there is no cmdlet for it, or something cannot be written as a literal.
    static Optional<String> lines(RemediationAction action, boolean undo) {
        return known(action) ? words(action, undo) : Optional.empty();
    }

    /// Whether the words below are meant for it: other deeds on the same kind of target have none, and neither has a mere
    /// warning or record where the words block.
    private static boolean known(RemediationAction action) {
        return switch (action.type()) {
            case QUARANTINE_FILE,
                    STOP_PROCESS,
                    STOP_SERVICE,
                    REMOVE_REGISTRY_VALUE,
                    REMOVE_SCHEDULED_TASK,
                    RUN_ANTIVIRUS_SCAN,
                    DISABLE_USER,
                    RESET_PASSWORD,
                    REVOKE_SESSIONS,
                    REMOVE_FORWARDING_RULE ->
                    true;
            case BLOCK_FILE, BLOCK_URL, BLOCK_IP -> action.parameter("action").startsWith("Block");
            default -> false;
        };
    }

    private static Optional<String> words(RemediationAction action, boolean undo) {
        return switch (action.target()) {
            case Entity.File it -> file(action, it, undo);
            case Entity.Process it -> process(action, it, undo);
            case Entity.Service it ->
                    onDevice(
                            action,
                            undo
                                    ? "Set-Service -Name $args[0] -StartupType Automatic; Start-Service -Name $args[0]"
                                    : "Stop-Service -Name $args[0] -Force; Set-Service -Name $args[0] -StartupType Disabled",
                            it.serviceName());
            case Entity.RegistryValue it -> registry(action, it, undo);
            case Entity.ScheduledTask it -> task(action, it, undo);
            case Entity.IpAddress it -> address(action, it, undo);
            case Entity.Url it -> tenantList(it.url(), "Url", undo);
            case Entity.Domain it -> tenantList(it.domainName(), "Url", undo);
            case Entity.User it -> user(action, it, undo);
            case Entity.Mailbox it ->
                    undo
                            ? Optional.empty()
                            : quote(it.primaryAddress())
                                    .map(who ->
                                            "Set-Mailbox -Identity "
                                                    + who
                                                    + " -ForwardingSmtpAddress $null -ForwardingAddress $null");
            case Entity.Device _ -> device(action, undo);
            default -> Optional.empty();
        };
    }

    /// The block gets its arguments as values, never as text of the script.
    private static Optional<String> onDevice(RemediationAction action, String block, String... arguments) {
        var device = action.device();
        return device == null
                ? Optional.empty()
                : literals(List.of(arguments))
                        .flatMap(list ->
                                quote(device.value())
                                        .map(host ->
                                                "Invoke-Command -ComputerName "
                                                        + host
                                                        + " -ScriptBlock { "
                                                        + block
                                                        + " } -ArgumentList "
                                                        + list));
    }

    private static Optional<String> literals(List<String> texts) {
        var all = new StringBuilder();
        for (String text : texts) {
            Optional<String> one = text.isEmpty() ? Optional.empty() : quote(text);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.append(all.isEmpty() ? "" : ", ").append(one.get());
        }
        return Optional.of(all.toString());
    }

    private static Optional<String> file(RemediationAction action, Entity.File file, boolean undo) {
        if (action.type() == ActionType.BLOCK_FILE) {
            return tenantList(file.sha256(), "FileHash", undo);
        }
        String kept = QUARANTINE + "\\" + action.attemptId().replace('#', '-') + ".bin";
        String move =
                undo
                        ? "Move-Item -LiteralPath $args[1] -Destination $args[0]"
                        : "New-Item -ItemType Directory -Force -Path (Split-Path $args[1]) | Out-Null;"
                                + " Move-Item -LiteralPath $args[0] -Destination $args[1]";
        return file.filePath().isEmpty() ? Optional.empty() : onDevice(action, move, file.fullPath(), kept);
    }

    /// The number alone may belong to another process by now.
    private static Optional<String> process(RemediationAction action, Entity.Process process, boolean undo) {
        return undo || process.processId() <= 0
                ? Optional.empty()
                : onDevice(
                        action,
                        "Get-Process -Id $args[0] | Where-Object { $_.Path -eq $args[1] } | Stop-Process -Force",
                        Long.toString(process.processId()),
                        process.imageFile().fullPath());
    }

    private static Optional<String> registry(RemediationAction action, Entity.RegistryValue value, boolean undo) {
        String key = "Registry::" + value.registryHive() + "\\" + value.registryKey();
        return undo
                ? onDevice(
                        action,
                        "Set-ItemProperty -LiteralPath $args[0] -Name $args[1] -Value $args[2]",
                        key,
                        value.registryValueName(),
                        value.registryValue())
                : onDevice(
                        action,
                        "Remove-ItemProperty -LiteralPath $args[0] -Name $args[1]",
                        key,
                        value.registryValueName());
    }

    private static Optional<String> task(RemediationAction action, Entity.ScheduledTask task, boolean undo) {
        String name = task.taskName();
        String kept = QUARANTINE + "\\" + action.attemptId().replace('#', '-') + ".xml";
        return onDevice(
                action,
                undo
                        ? "Register-ScheduledTask -TaskName $args[0] -Xml (Get-Content -Raw -LiteralPath $args[1])"
                        : "New-Item -ItemType Directory -Force -Path (Split-Path $args[1]) | Out-Null;"
                                + " Export-ScheduledTask -TaskName $args[0] | Set-Content -LiteralPath $args[1];"
                                + " Unregister-ScheduledTask -TaskName $args[0] -Confirm:$false",
                name,
                kept);
    }

    private static Optional<String> address(RemediationAction action, Entity.IpAddress ip, boolean undo) {
        return quote("Dupin " + action.id())
                .flatMap(rule ->
                        quote(ip.ipAddress())
                                .map(address ->
                                        undo
                                                ? "Remove-NetFirewallRule -DisplayName " + rule
                                                : "New-NetFirewallRule -DisplayName "
                                                        + rule
                                                        + " -Direction Outbound -Action Block -RemoteAddress "
                                                        + address));
    }

    private static Optional<String> tenantList(String entry, String kind, boolean undo) {
        return entry.isEmpty()
                ? Optional.empty()
                : quote(entry)
                        .map(literal ->
                                undo
                                        ? "Remove-TenantAllowBlockListItems -ListType " + kind + " -Entries " + literal
                                        : "New-TenantAllowBlockListItems -ListType "
                                                + kind
                                                + " -Block -NoExpiration -Entries "
                                                + literal);
    }

    private static Optional<String> user(RemediationAction action, Entity.User user, boolean undo) {
        String who = user.azureAdUserId().isEmpty() ? user.userPrincipalName() : user.azureAdUserId();
        if (who.isEmpty()) {
            return Optional.empty();
        }
        return quote(who)
                .flatMap(id ->
                        Optional.ofNullable(
                                switch (action.type()) {
                                    case DISABLE_USER -> "Update-MgUser -UserId " + id + " -AccountEnabled:$" + undo;
                                    case REVOKE_SESSIONS -> undo ? null : "Revoke-MgUserSignInSession -UserId " + id;
                                    case RESET_PASSWORD ->
                                            undo
                                                    ? null
                                                    : "Update-MgUser -UserId "
                                                            + id
                                                            + " -PasswordProfile @{ ForceChangePasswordNextSignIn = $true }";
                                    default -> null;
                                }));
    }

    private static Optional<String> device(RemediationAction action, boolean undo) {
        return switch (action.type()) {
            case RUN_ANTIVIRUS_SCAN ->
                    undo
                            ? Optional.empty()
                            : onDevice(
                                    action,
                                    "Start-MpScan -ScanType $args[0]",
                                    action.parameter("scanType").equals("Full") ? "FullScan" : "QuickScan");
            default -> Optional.empty();
        };
    }
}
