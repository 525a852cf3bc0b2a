package dupin.model.people;

/// Everything that a person can ask of a case or of the console, with the least role that may.
public enum Command {
    READ("Look at the case", Role.READER),
    COMMENT("Comment", Role.ANALYST),
    MANAGE_INCIDENT("Manage an incident", Role.ANALYST),
    MANAGE_ALERT("Manage an alert", Role.ANALYST),
    IMPORT("Import files", Role.ANALYST),
    INVESTIGATE("Start an investigation", Role.ANALYST),
    CANCEL_INVESTIGATION("Cancel an investigation", Role.ANALYST),
    OVERRIDE_VERDICT("Override a verdict", Role.ANALYST),
    PROPOSE("Propose an action", Role.ANALYST),
    SIGN_JOURNAL("Sign the journal", Role.ANALYST),
    APPROVE("Approve an action", Role.APPROVER),
    REJECT("Reject an action", Role.APPROVER),
    CANCEL_ACTION("Cancel an action", Role.APPROVER),
    UNDO("Undo an action", Role.APPROVER),
    STOP_AUTOMATION("Stop all automation", Role.APPROVER),
    CHANGE_POLICY("Change the policy", Role.ADMINISTRATOR),
    TUNE_ALERTS("Tune alerts", Role.ADMINISTRATOR),
    CHANGE_PACKS("Add, remove or switch packs", Role.ADMINISTRATOR),
    ARM_RESPONDER("Arm a responder", Role.ADMINISTRATOR),
    MANAGE_OPERATORS("Name operators", Role.ADMINISTRATOR);

    private final String label;
    private final Role least;

    Command(String label, Role least) {
        this.label = label;
        this.least = least;
    }

    public String label() {
        return label;
    }

    public Role least() {
        return least;
    }
}
