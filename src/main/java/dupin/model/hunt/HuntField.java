package dupin.model.hunt;

import dupin.model.hunt.HuntSource.Rows;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What of a row a query can speak of.
public enum HuntField {
    TIME("time", Type.TIME, "when it happened", Rows.EVENTS, Rows.ALERTS),
    DEVICE("device", Type.TEXT, "the machine, by its name", Rows.values()),
    KIND("kind", Type.TEXT, "kind of event or entity", Rows.EVENTS, Rows.ENTITIES),
    NAME("name", Type.TEXT, "name of the entity", Rows.ENTITIES),
    VERDICT("verdict", Type.TEXT, "verdict on the entity", Rows.ENTITIES),
    ACTION("action", Type.TEXT, "the source's word for what happened", Rows.EVENTS),
    TABLE("table", Type.TEXT, "the source's table or log", Rows.EVENTS),
    REMOTE_DEVICE("remoteDevice", Type.TEXT, "the other machine", Rows.EVENTS),
    USER("user", Type.TEXT, "the account: name, address or SID", Rows.values()),
    TARGET_USER("targetUser", Type.TEXT, "the account that it was done to", Rows.EVENTS),
    PROCESS("process", Type.TEXT, "file name of the process that started or acted", Rows.values()),
    COMMAND_LINE("commandLine", Type.TEXT, "command line of that process", Rows.values()),
    PROCESS_PATH("processPath", Type.TEXT, "whole path of that process", Rows.values()),
    PID("pid", Type.NUMBER, "number of that process", Rows.values()),
    PARENT("parent", Type.TEXT, "file name of the process that started it", Rows.values()),
    PARENT_COMMAND_LINE("parentCommandLine", Type.TEXT, "command line of the parent", Rows.EVENTS),
    FILE("file", Type.TEXT, "file name", Rows.values()),
    PATH("path", Type.TEXT, "whole path of the file", Rows.values()),
    SHA256("sha256", Type.TEXT, "hash of any file of the row", Rows.values()),
    HASH("hash", Type.TEXT, "SHA-256, SHA-1 or MD5 of any file", Rows.values()),
    IP("ip", Type.TEXT, "any address of the row", Rows.values()),
    PORT("port", Type.NUMBER, "port of the other side", Rows.EVENTS),
    URL("url", Type.TEXT, "URL", Rows.values()),
    DOMAIN("domain", Type.TEXT, "domain, or host of a URL", Rows.values()),
    REGISTRY_KEY("registryKey", Type.TEXT, "registry key", Rows.values()),
    REGISTRY_VALUE("registryValue", Type.TEXT, "name of a registry value", Rows.values()),
    REGISTRY_DATA("registryData", Type.TEXT, "what stands in the registry value", Rows.values()),
    SERVICE("service", Type.TEXT, "name of a service", Rows.values()),
    TASK("task", Type.TEXT, "name of a scheduled task", Rows.values()),
    MAILBOX("mailbox", Type.TEXT, "mailbox", Rows.values()),
    SENDER("sender", Type.TEXT, "sender of the mail", Rows.values()),
    RECIPIENT("recipient", Type.TEXT, "recipient of the mail", Rows.values()),
    SUBJECT("subject", Type.TEXT, "subject of the mail", Rows.values()),
    APPLICATION("application", Type.TEXT, "cloud application or resource", Rows.values()),
    TARGET("target", Type.TEXT, "what it was done to", Rows.EVENTS),
    ENTITY("entity", Type.TEXT, "any entity of the row, by name or key", Rows.values()),
    ANY("any", Type.TEXT, "any value of the row", Rows.values()),
    TITLE("title", Type.TEXT, "title of the alert", Rows.ALERTS),
    SEVERITY("severity", Type.TEXT, "severity of the alert", Rows.ALERTS),
    CATEGORY("category", Type.TEXT, "category of the alert", Rows.ALERTS),
    STATUS("status", Type.TEXT, "status of the alert", Rows.ALERTS),
    PRODUCT("product", Type.TEXT, "product that raised the alert", Rows.ALERTS),
    TECHNIQUE("technique", Type.TEXT, "ATT&CK technique of the alert", Rows.ALERTS),
    INCIDENT("incident", Type.TEXT, "incident that it belongs to", Rows.ALERTS, Rows.ENTITIES),
    /// A value of the row itself, by its name.
    ATTRIBUTE("", Type.ANY, "a value of the row", Rows.EVENTS);

    /// What values a field has.
    public enum Type {
        TEXT,
        NUMBER,
        TIME,
        /// Known for each row only.
        ANY
    }

    private final String word;
    private final Type type;
    private final String what;
    private final Set<Rows> rows;

    HuntField(String word, Type type, String what, Rows... rows) {
        this.word = word;
        this.type = type;
        this.what = what;
        this.rows = Set.copyOf(rows.length == 0 ? EnumSet.noneOf(Rows.class) : EnumSet.copyOf(Arrays.asList(rows)));
    }

    public String word() {
        return word;
    }

    public Type type() {
        return type;
    }

    /// In a few words, for people who choose.
    public String what() {
        return what;
    }

    public boolean of(Rows kind) {
        return rows.contains(kind);
    }

    /// The fields of such rows.
    public static List<HuntField> list(Rows kind) {
        return Arrays.stream(values()).filter(field -> field != ATTRIBUTE && field.of(kind)).toList();
    }

    /// @param word without regard to case
    public static Optional<HuntField> named(String word) {
        return Arrays.stream(values()).filter(f -> f != ATTRIBUTE && f.word.equalsIgnoreCase(word)).findFirst();
    }
}
