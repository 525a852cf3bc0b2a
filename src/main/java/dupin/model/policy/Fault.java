package dupin.model.policy;

/// Something in a policy that is likely not meant.
///
/// @param where the setting, as the Policies page names it
/// @param text what is wrong, in a sentence
/// @param advice what to do about it
public record Fault(Rule rule, String where, String text, String advice) {

    /// What is looked for.
    public enum Rule {
        FOLDERS_OVERLAP("Folder lists overlap"),
        FOLDER_COVERED("Folder named twice"),
        FOLDER_NEVER_MATCHES("Folder pattern matches nothing"),
        FOLDER_TOO_WIDE("Folder pattern matches everything"),
        NO_CORE_FOLDERS("No operating system folders"),
        NO_TEMP_FOLDERS("No temporary folders"),
        DEFAULT_GROUP("Default group"),
        GROUP_EMPTY("Device group without rules"),
        GROUP_RULE("Device group rule"),
        GROUP_SHADOWED("Device group never reached"),
        GROUP_RANK("Rank used twice"),
        GROUP_NAME("Name of a device group"),
        GROUP_WITHOUT_LEVEL("Device group without automation"),
        LEVEL_LOOSER("Looser than the baseline"),
        ALERT_UNREACHABLE("Alert policy never reached"),
        ALERT_NAME("Name of an alert policy"),
        ALERT_PLAYBOOK("Playbook of an alert policy"),
        ALERT_SWITCHED_OFF("Built-in alert policy off"),
        TUNING_GROUP("Scope of an alert tuning rule"),
        NOTHING_STARTS("No investigation starts"),
        INDICATOR_CONFLICT("Indicators contradict"),
        INDICATOR_TWICE("Indicator named twice"),
        INDICATOR_EXPIRED("Indicator has expired"),
        INDICATOR_TOO_WIDE("Indicator is too wide"),
        INDICATOR_WITHOUT_REASON("Indicator without reason"),
        NEVER_TOUCH("Never-touch list"),
        EXPIRY("Expiry of pending actions"),
        BREAKER("Circuit breaker"),
        EXPANSION_GATE("Expansion gate"),
        LEFT_STOPPED("Automation left stopped"),
        APPROVER_IS_PROPOSER("Approver may be the proposer"),
        QUORUM("Persons who must approve"),
        PEOPLE("Operators");

        private final String label;

        Rule(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
