package dupin.respond.runbook;

import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The plan for a list of actions as texts: `NAME.md`, `NAME.cacao.json`, `NAME.ps1` and a list of their digests, which is
/// what gets signed. The same actions at the same time give the same texts. Thread-safe.
public final class Runbook {
    private static final int LONGEST = 2000;

    private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// Name of file → text, the digests last.
    ///
    /// @param name begin of the file names
    /// @param undo whether the plan takes the actions back
    public Map<String, String> files(
            String name, String title, List<RemediationAction> actions, Instant at, boolean undo) {
        var files = new LinkedHashMap<String, String>();
        files.put(name + ".md", markdown(title, actions, at, undo));
        files.put(name + ".cacao.json", cacao(title, actions, at, undo));
        files.put(name + ".ps1", script(title, actions, undo));
        var digests = new StringBuilder();
        files.forEach((file, text) -> digests.append(sha256(text)).append("  ").append(file).append('\n'));
        files.put(name + ".sha256", digests.toString());
        return files;
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String verb(RemediationAction action, boolean undo) {
        return undo ? action.type().undoLabel().orElse("Undo of " + action.type().label()) : action.type().label();
    }

    private static String asset(RemediationAction action) {
        EntityKey device = action.device();
        return device == null ? "" : device.value();
    }

    private static String markdown(String title, List<RemediationAction> actions, Instant at, boolean undo) {
        var text = new StringBuilder("# Runbook: ").append(plain(title)).append("\n\n");
        text.append("Made at ").append(at).append(". ").append(actions.size()).append(" steps. ");
        text.append("Tick a step when it is done and write down who did it and what was seen.\n");
        int number = 0;
        for (RemediationAction action : actions) {
            text.append("\n## ").append(++number).append(". ").append(verb(action, undo)).append("\n\n");
            row(text, "Target", action.subject());
            row(text, "Exactly", action.target().key().toString());
            row(text, "On", asset(action));
            row(text, "Why", action.reason());
            row(text, "Touches", action.blastRadius().text());
            row(text, "Undo", undo ? "" : action.undoPlan().isEmpty() ? "CANNOT BE UNDONE" : action.undoPlan());
            row(text, "Record", action.attemptId());
            text.append(PowerShellWords.lines(action, undo).map(Runbook::fenced).orElse("\n" + byHand(action) + "\n"));
            text.append("\n- [ ] Done by ______________ at ______________, seen: ______________\n");
        }
        return text.toString();
    }

    private static String byHand(RemediationAction action) {
        return switch (action.type()) {
            case ISOLATE_DEVICE, CONTAIN_DEVICE ->
                    "By hand: take the device off the network at its switch port, access point or VLAN.";
            case SOFT_DELETE_MAIL,
                    SOFT_DELETE_CLUSTER,
                    MOVE_TO_JUNK,
                    MOVE_TO_DELETED,
                    QUARANTINE_MAIL,
                    HARD_DELETE_MAIL ->
                    "By hand: find the message in the mail system's own search and move it there.";
            case COLLECT_SAMPLE -> "By hand: copy the file from the device into an archive with a password.";
            case CONTAIN_IP -> "By hand: have the firewall of every device refuse connections from and to the address.";
            case REMOVE_DELEGATION -> "By hand: take the permissions of others away from the mailbox.";
            default -> "By hand: there is no command for this step, or its target cannot be written as one.";
        };
    }

    private static void row(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("- **").append(name).append(":** ").append(code(value)).append('\n');
        }
    }

    /// Text of the case as code, with a fence longer than any run of backticks in it: nothing of it is markup.
    static String code(String value) {
        String one = plain(value);
        int longest = 0;
        int run = 0;
        for (char c : one.toCharArray()) {
            run = c == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return fence + (longest > 0 ? " " : "") + one + (longest > 0 ? " " : "") + fence;
    }

    private static String fenced(String lines) {
        return "\n```powershell\n" + lines + "\n```\n";
    }

    /// One line, without what could hide or turn text.
    private static String plain(String value) {
        var text = new StringBuilder();
        value.codePoints()
                .limit(LONGEST)
                .forEach(c ->
                        text.appendCodePoint(
                                Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c));
        return text.toString().strip();
    }

    private static String script(String title, List<RemediationAction> actions, boolean undo) {
        var text = new StringBuilder("# ").append(plain(title)).append("\n");
        text.append("# Read every line before it runs. Nothing here asks again.\n$ErrorActionPreference = 'Stop'\n");
        int number = 0;
        for (RemediationAction action : actions) {
            text.append("\n# ").append(++number).append(". ").append(verb(action, undo)).append(", ");
            text.append(action.attemptId()).append('\n');
            text.append(PowerShellWords.lines(action, undo).orElse("# " + byHand(action))).append('\n');
        }
        return text.toString();
    }

    private String cacao(String title, List<RemediationAction> actions, Instant at, boolean undo) {
        String id = "playbook--" + uuid(title + at + undo);
        ObjectNode playbook =
                json.createObjectNode()
                        .put("type", "playbook")
                        .put("spec_version", "cacao-2.0")
                        .put("id", id)
                        .put("name", plain(title));
        playbook.putArray("playbook_types").add("remediation");
        String author = "identity--" + uuid("dupin");
        playbook.put("created_by", author).put("created", at.toString()).put("modified", at.toString());
        playbook.put("workflow_start", "start--" + uuid(id + "start"));
        ObjectNode workflow = playbook.putObject("workflow");
        String end = "end--" + uuid(id + "end");
        String first = actions.isEmpty() ? end : step(id, 0);
        workflow.putObject("start--" + uuid(id + "start")).put("type", "start").put("on_completion", first);
        String agent = "individual--" + uuid(id + "person");
        for (int i = 0; i < actions.size(); i++) {
            RemediationAction action = actions.get(i);
            ObjectNode node =
                    workflow.putObject(step(id, i))
                            .put("type", "action")
                            .put("name", verb(action, undo) + " " + plain(action.subject()))
                            .put("description", plain(action.reason()))
                            .put("on_completion", i + 1 < actions.size() ? step(id, i + 1) : end)
                            .put("agent", agent);
            ObjectNode command = node.putArray("commands").addObject();
            PowerShellWords.lines(action, undo)
                    .ifPresentOrElse(
                            lines -> command.put("type", "powershell").put("command", lines),
                            () -> command.put("type", "manual").put("command", byHand(action)));
        }
        workflow.putObject(end).put("type", "end");
        playbook.putObject("agent_definitions")
                .putObject(agent)
                .put("type", "individual")
                .put("name", "Whoever carries the runbook out");
        return json.writeValueAsString(playbook) + "\n";
    }

    private static String step(String playbook, int number) {
        return "action--" + uuid(playbook + number);
    }

    private static String uuid(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
