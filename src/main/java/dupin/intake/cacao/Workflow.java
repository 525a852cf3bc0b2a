package dupin.intake.cacao;

import dupin.intake.BadRecordException;
import dupin.model.Condition;
import dupin.model.Playbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Turns a workflow into a program: every reference followed, branches laid out one after the other, loops turned into a
/// branch and a way back. Collects what is wrong instead of stopping at the first fault.
final class Workflow {
    private static final int MAX_INSTRUCTIONS = 2_000;
    private static final int MAX_CALLS = 4;

    private final Document document;
    private final Function<String, Optional<Document>> others;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Playbook.Step> steps = new ArrayList<>();
    private final List<Playbook.Instruction> program = new ArrayList<>();
    private final List<Playbook.Line> outline = new ArrayList<>();
    private final LinkedHashSet<String> notes = new LinkedHashSet<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, Integer> stepNumbers = new HashMap<>();
    private final Set<String> reached = new LinkedHashSet<>();
    private final Set<String> known;
    private final Actions actions;
    private boolean full;

    /// @param others finds the playbook that a step calls by its id
    /// @param known variables that the engine gives
    Workflow(Document document, Function<String, Optional<Document>> others, Set<String> known, Actions actions) {
        this.document = document;
        this.others = others;
        this.known = known;
        this.actions = actions;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    List<Playbook.Step> steps() {
        return List.copyOf(steps);
    }

    Playbook.Flow compile(String source) {
        variables(document.root());
        String start = text(document.root(), "workflow_start");
        JsonNode workflow = document.root().path("workflow");
        if (!workflow.path(start).isObject()) {
            fault("/workflow_start", "the workflow has no step “" + start + "” to start with");
        } else if (!text(workflow.path(start), "type").equals("start")) {
            fault("/workflow_start", "the step “" + start + "” is no start step");
        } else {
            follow(document, start, 0, List.of(), 0);
        }
        reach(text(document.root(), "workflow_exception"));
        workflow.propertyNames().stream()
                .filter(id -> !reached.contains(id))
                .forEach(id -> fault("/workflow/" + escape(id), "no way leads to this step"));
        if (faults.isEmpty() && steps.stream().noneMatch(s -> s.phase() == Playbook.Phase.WEIGH)) {
            steps.add(
                    new Playbook.Step(
                            "weigh", Playbook.Phase.WEIGH, "Weigh", "Sums the findings into verdicts", List.of()));
            outline.add(new Playbook.Line("weigh", 0, "action", "Weigh", "Sums the findings into verdicts"));
            program.add(new Playbook.Run(steps.size() - 1));
            notes.add("It has no step that weighs; verdicts are summed at its end.");
        }
        return new Playbook.Flow(program, outline, variables, source, List.copyOf(notes));
    }

    private void reach(String id) {
        if (!id.isEmpty()) {
            reached.add(id);
        }
    }

    private void fault(String pointer, String reason) {
        if (faults.size() < 50) {
            faults.add(document.fault(pointer, reason));
        }
    }

    private void variables(JsonNode owner) {
        owner.path("playbook_variables")
                .properties()
                .forEach(v -> {
                    if (v.getValue().path("value").isString()) {
                        variables.put(v.getKey(), v.getValue().path("value").stringValue());
                    } else {
                        variables.put(v.getKey(), "");
                    }
                });
    }

    /// Lays out the steps from one on until an end step.
    ///
    /// @param path steps that are being followed now: coming to one of them again is a circle
    private void follow(Document in, String first, int depth, List<String> path, int calls) {
        String id = first;
        var way = new ArrayList<>(path);
        String from = "";
        while (!id.isEmpty() && !full) {
            String pointer = from.isEmpty() ? "/workflow/" + escape(id) : from;
            JsonNode step = in.root().path("workflow").path(id);
            if (!step.isObject()) {
                fault(pointer, "the workflow has no step “" + id + "”");
                return;
            }
            if (way.contains(in.root().path("id").asString("") + id)) {
                fault(pointer, "the way comes back to “" + id + "” without a while-condition");
                return;
            }
            way.add(in.root().path("id").asString("") + id);
            if (in == document) {
                reached.add(id);
            }
            if (program.size() > MAX_INSTRUCTIONS || outline.size() > MAX_INSTRUCTIONS) {
                full = true;
                fault(pointer, "the workflow unfolds to more than " + MAX_INSTRUCTIONS + " steps");
                return;
            }
            one(in, id, step, depth, way, calls);
            if (text(step, "type").equals("end")) {
                return;
            }
            String next = text(step, "on_completion");
            String name = next.isEmpty() ? "on_success" : "on_completion";
            from = "/workflow/" + escape(id) + "/" + name;
            id = next.isEmpty() ? text(step, "on_success") : next;
            String failure = text(step, "on_failure");
            if (!failure.isEmpty()) {
                notes.add("Analyzers do not fail, so no on_failure is ever taken.");
                reachAll(in, failure);
            }
        }
    }

    /// Marks what lies behind a way that a run never takes.
    private void reachAll(Document in, String first) {
        String id = first;
        while (!id.isEmpty() && in == document && reached.add(id)) {
            JsonNode step = in.root().path("workflow").path(id);
            if (!step.isObject()) {
                fault("/workflow", "the workflow has no step “" + id + "”");
            }
            id = text(step, "on_completion").isEmpty() ? text(step, "on_success") : text(step, "on_completion");
        }
    }

    private void one(Document in, String id, JsonNode step, int depth, List<String> way, int calls) {
        String type = text(step, "type");
        String at = "/workflow/" + escape(id);
        String name = text(step, "name").isEmpty() ? type : text(step, "name");
        switch (type) {
            case "start" -> {}
            case "end" -> {}
            case "action" -> {
                outline.add(new Playbook.Line(id, depth, type, name, text(step, "description")));
                action(in, id, step, at);
            }
            case "if-condition" -> {
                outline.add(new Playbook.Line(id, depth, type, name, text(step, "condition")));
                int branch = program.size();
                program.add(new Playbook.Goto(0));
                follow(in, text(step, "on_true"), depth + 1, way, calls);
                int skip = program.size();
                program.add(new Playbook.Goto(0));
                int otherwise = program.size();
                if (!text(step, "on_false").isEmpty()) {
                    outline.add(new Playbook.Line(id, depth, "else", "Otherwise", ""));
                    follow(in, text(step, "on_false"), depth + 1, way, calls);
                }
                program.set(branch, new Playbook.Branch(condition(step, at), otherwise, false));
                program.set(skip, new Playbook.Goto(program.size()));
            }
            case "while-condition" -> {
                outline.add(new Playbook.Line(id, depth, type, name, text(step, "condition")));
                int branch = program.size();
                program.add(new Playbook.Goto(0));
                follow(in, text(step, "on_true"), depth + 1, way, calls);
                program.add(new Playbook.Goto(branch));
                program.set(branch, new Playbook.Branch(condition(step, at), program.size(), true));
            }
            case "switch-condition" -> choose(in, id, step, depth, way, calls, name);
            case "parallel" -> {
                outline.add(new Playbook.Line(id, depth, type, name, text(step, "description")));
                step.path("next_steps").forEach(next -> follow(in, next.asString(""), depth + 1, way, calls));
            }
            case "playbook-action" -> call(id, step, depth, way, calls, name, at);
            default -> fault(at + "/type", "steps of the type “" + type + "” are not supported");
        }
    }

    private void action(Document in, String id, JsonNode step, String at) {
        String agent = text(step, "agent");
        if (!in.root().path("agent_definitions").has(agent)) {
            fault(at + "/agent", "no agent is defined as “" + agent + "”");
        }
        for (JsonNode target : step.path("targets")) {
            if (!in.root().path("target_definitions").has(target.asString(""))) {
                fault(at + "/targets", "no target is defined as “" + target.asString("") + "”");
            }
        }
        int number =
                stepNumbers.computeIfAbsent(
                        in.root().path("id").asString("") + id,
                        _ -> {
                            steps.add(actions.step(id, step, at, this::fault, notes::add));
                            return steps.size() - 1;
                        });
        program.add(new Playbook.Run(number));
    }

    private Condition condition(JsonNode step, String at) {
        try {
            Conditions.Read read = Conditions.read(text(step, "condition"));
            for (String variable : read.variables()) {
                if (!variables.containsKey(variable) && !known.contains(variable)) {
                    fault(at + "/condition", "no variable is named " + variable);
                }
            }
            return read.condition();
        } catch (BadRecordException e) {
            fault(at + "/condition", e.reason());
            return new Condition.Any(List.of());
        }
    }

    private void choose(Document in, String id, JsonNode step, int depth, List<String> way, int calls, String name) {
        String variable = text(step, "switch").replaceFirst(":value$", "");
        outline.add(new Playbook.Line(id, depth, "switch-condition", name, variable));
        if (!variables.containsKey(variable) && !known.contains(variable)) {
            fault("/workflow/" + escape(id) + "/switch", "no variable is named " + variable);
        }
        var ends = new ArrayList<Integer>();
        step.path("cases")
                .properties()
                .forEach(entry -> {
                    outline.add(new Playbook.Line(id, depth, "case", entry.getKey(), ""));
                    int branch = program.size();
                    program.add(new Playbook.Goto(0));
                    follow(in, entry.getValue().asString(""), depth + 1, way, calls);
                    ends.add(program.size());
                    program.add(new Playbook.Goto(0));
                    var test = new Condition.Test(variable, Condition.Operator.EQUAL, false, List.of(entry.getKey()));
                    Condition condition = entry.getKey().equals("default") ? new Condition.All(List.of()) : test;
                    program.set(branch, new Playbook.Branch(condition, program.size(), false));
                });
        ends.forEach(end -> program.set(end, new Playbook.Goto(program.size())));
    }

    private void call(String id, JsonNode step, int depth, List<String> way, int calls, String name, String at) {
        String called = text(step, "playbook_id");
        outline.add(new Playbook.Line(id, depth, "playbook-action", name, called));
        Optional<Document> other = others.apply(called);
        if (other.isEmpty()) {
            fault(at + "/playbook_id", "no playbook with the id " + called + " is here");
        } else if (calls >= MAX_CALLS) {
            fault(at + "/playbook_id", "playbooks call each other more than " + MAX_CALLS + " deep");
        } else {
            variables(other.get().root());
            follow(other.get(), text(other.get().root(), "workflow_start"), depth + 1, way, calls + 1);
        }
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isString() ? value.stringValue().strip() : "";
    }
}
