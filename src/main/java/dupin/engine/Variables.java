package dupin.engine;

import java.util.List;

/// Names of the variables that the engine gives to a playbook's conditions.
public final class Variables {
    public static final String ALERTS = "__dupin_alerts__";
    public static final String ENTITIES = "__dupin_entities__";
    public static final String DEVICES = "__dupin_devices__";
    public static final String MALICIOUS = "__dupin_malicious__";
    public static final String SUSPICIOUS = "__dupin_suspicious__";

    /// Findings and new entities since a condition was last asked.
    public static final String NEWS = "__dupin_news__";

    public static final List<String> ALL = List.of(ALERTS, ENTITIES, DEVICES, MALICIOUS, SUSPICIOUS, NEWS);

    private Variables() {}
}
