package dupin.model;

/// How much Dupin may do on the devices of a group without asking.
public enum AutomationLevel {
    NOT_PROTECTED("Not protected", "Devices get no automated investigation."),
    SEMI_ANY("Semi - require approval for any remediation", "Every remediation waits for approval. The default."),
    SEMI_NON_TEMP(
            "Semi - require approval for non-temp folders remediation",
            "Files in temporary folders are remediated automatically; everything else waits for approval."),
    SEMI_CORE(
            "Semi - require approval for core folders remediation",
            "Files in operating system folders wait for approval; files elsewhere are remediated automatically."),
    FULL("Full - remediate threats automatically", "All remediation of malicious evidence is automatic. Recommended.");

    private final String label;
    private final String description;

    AutomationLevel(String label, String description) {
        this.label = label;
        this.description = description;
    }

    public String label() {
        return label;
    }

    public String description() {
        return description;
    }
}
