package dupin.intake.cacao;

import dupin.model.Playbook;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// What the commands of an action step are to us: analyzers, a phase, or work for people.
///
/// @param analyzers names that exist; empty when any is accepted
record Actions(Set<String> analyzers) {
    /// Ours: what stands under it is read, what stands under others is left alone.
    static final String EXTENSION = "extension-definition--6d1c7c26-6f3e-5f5b-9d0b-0d1b8c1f7a52";

    static final String ANALYSIS = "dupin-analysis";
    static final String PHASE = "dupin-phase";
    private static final int SHOWN = 300;

    Playbook.Step step(String id, JsonNode node, String at, BiConsumer<String, String> fault, Consumer<String> note) {
        var named = new ArrayList<String>();
        var byHand = new ArrayList<String>();
        boolean phased = false;
        int index = 0;
        for (JsonNode command : node.path("commands")) {
            String type = Workflow.text(command, "type");
            String what = Workflow.text(command, "command");
            if (type.equals(ANALYSIS)) {
                if (!analyzers.isEmpty() && !analyzers.contains(what)) {
                    fault.accept(at + "/commands/" + index + "/command", "no analyzer is named “" + what + "”");
                }
                named.add(what);
            } else if (type.equals(PHASE)) {
                phased = true;
            } else {
                byHand.add(told(type, command));
                if (!type.equals("manual")) {
                    note.accept(
                            "Commands of the type “"
                                    + type
                                    + "” are not carried out; they are shown as work for people.");
                }
            }
            index++;
        }
        if (!byHand.isEmpty() && (!named.isEmpty() || phased)) {
            fault.accept(at + "/commands", "analyses and work for people do not stand in one step");
        }
        return new Playbook.Step(
                id,
                phase(node, at, fault),
                Workflow.text(node, "name").isEmpty() ? id : Workflow.text(node, "name"),
                Workflow.text(node, "description"),
                named,
                byHand);
    }

    private static Playbook.Phase phase(JsonNode node, String at, BiConsumer<String, String> fault) {
        String word = Workflow.text(node.path("step_extensions").path(EXTENSION), "phase");
        try {
            return word.isEmpty() ? Playbook.Phase.GATHER : Playbook.Phase.valueOf(word);
        } catch (IllegalArgumentException _) {
            fault.accept(
                    at + "/step_extensions",
                    "there is no phase “" + word + "”; phases are " + List.of(Playbook.Phase.values()));
            return Playbook.Phase.GATHER;
        }
    }

    private static String told(String type, JsonNode command) {
        String text = Workflow.text(command, "command");
        if (text.isEmpty()) {
            text = decoded(Workflow.text(command, "command_b64"));
        }
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return type.equals("manual") ? shown : type + (shown.isEmpty() ? "" : ": " + shown);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
