package dupin.engine.hunt;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.hunt.HuntField;
import dupin.model.hunt.HuntTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What the fields of a row hold, in the source's own spelling. Pure.
public final class HuntReading {
    private static final List<String> PORTS = List.of("RemotePort", "DestinationPort", "IpPort", "Port");

    private HuntReading() {}

    /// All values of a field, without empty ones; none for the time, which is no text.
    public static List<String> values(HuntSubject row, HuntTerm term) {
        if (term.field() == HuntField.ATTRIBUTE) {
            return attribute(row, term.attribute());
        }
        return values(row, term.field());
    }

    public static List<String> values(HuntSubject row, HuntField field) {
        var values = new ArrayList<String>(2);
        for (String own : row.own().getOrDefault(field, List.of())) {
            add(values, own);
        }
        switch (field) {
            case PROCESS, COMMAND_LINE, PROCESS_PATH, PID -> {
                for (Entity.Process process : main(row)) {
                    add(values, process(process, field));
                }
            }
            case PARENT -> parents(row, values);
            case PARENT_COMMAND_LINE -> {
                if (row.started()) {
                    first(row, LinkRole.ACTOR).forEach(p -> add(values, p.processCommandLine()));
                } else {
                    first(row, LinkRole.PARENT).forEach(p -> add(values, p.processCommandLine()));
                }
            }
            case PORT -> PORTS.forEach(name -> attribute(row, name).forEach(value -> add(values, value)));
            case SENDER -> {
                mails(row, (mail, _) -> add(values, mail.senderAddress()));
                List.of("SenderFromAddress", "SenderMailFromAddress")
                        .forEach(name -> attribute(row, name).forEach(value -> add(values, value)));
            }
            case RECIPIENT -> mails(row, (mail, _) -> add(values, mail.recipientEmailAddress()));
            case SUBJECT -> {
                mails(row, (mail, _) -> add(values, mail.subject()));
                attribute(row, "Subject").forEach(value -> add(values, value));
            }
            case ANY -> {
                row.own().values().forEach(all -> all.forEach(value -> add(values, value)));
                row.attributes().values().forEach(value -> add(values, value));
                row.links().forEach(link -> HuntEntities.all(link.entity(), values));
            }
            default -> row.links().forEach(link -> HuntEntities.of(link, field, values));
        }
        return values;
    }

    /// The process that a row speaks of: the one that was started, else the one that acted.
    private static List<Entity.Process> main(HuntSubject row) {
        if (row.started()) {
            return first(row, LinkRole.TARGET);
        }
        List<Entity.Process> actors = first(row, LinkRole.ACTOR);
        return actors.isEmpty() ? all(row, LinkRole.TARGET) : actors;
    }

    private static void parents(HuntSubject row, List<String> values) {
        first(row, row.started() ? LinkRole.ACTOR : LinkRole.PARENT)
                .forEach(parent -> add(values, process(parent, HuntField.PROCESS)));
        if (values.isEmpty()) {
            main(row).forEach(process -> add(values, Canonical.fileName(process.parentImage())));
        }
    }

    private static String process(Entity.Process process, HuntField field) {
        return switch (field) {
            case COMMAND_LINE -> process.processCommandLine();
            case PROCESS_PATH -> process.imageFile().fullPath();
            case PID -> process.processId() > 0 ? Long.toString(process.processId()) : "";
            default -> process.imageFile().label();
        };
    }

    private static List<Entity.Process> first(HuntSubject row, LinkRole role) {
        List<Entity.Process> all = all(row, role);
        return all.isEmpty() ? all : all.subList(0, 1);
    }

    private static List<Entity.Process> all(HuntSubject row, LinkRole role) {
        var found = new ArrayList<Entity.Process>(1);
        for (EventLink link : row.links()) {
            if (link.role() == role && link.entity() instanceof Entity.Process process) {
                found.add(process);
            }
        }
        return found;
    }

    private static void mails(HuntSubject row, BiConsumer<Entity.MailMessage, LinkRole> each) {
        for (EventLink link : row.links()) {
            if (link.entity() instanceof Entity.MailMessage mail) {
                each.accept(mail, link.role());
            }
        }
    }

    private static List<String> attribute(HuntSubject row, String name) {
        String exact = row.attributes().get(name);
        if (exact != null) {
            return exact.isEmpty() ? List.of() : List.of(exact);
        }
        for (Map.Entry<String, String> entry : row.attributes().entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name) && !entry.getValue().isEmpty()) {
                return List.of(entry.getValue());
            }
        }
        return List.of();
    }

    static void add(List<String> values, @Nullable String value) {
        if (value != null && !value.isEmpty() && !values.contains(value)) {
            values.add(value);
        }
    }
}
