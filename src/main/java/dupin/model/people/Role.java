package dupin.model.people;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What an operator is. Each role may do what the one before it may, and more; what no role names is denied.
public enum Role {
    READER("Reader", "Looks at everything, changes nothing."),
    ANALYST("Analyst", "Imports, investigates, comments, judges."),
    APPROVER("Approver", "Decides on remediation actions as well."),
    ADMINISTRATOR("Administrator", "Sets the policy and names the operators as well.");

    private final String label;
    private final String description;

    Role(String label, String description) {
        this.label = label;
        this.description = description;
    }

    public String label() {
        return label;
    }

    public String description() {
        return description;
    }

    /// One row of the permission matrix.
    public Set<Command> commands() {
        return Arrays.stream(Command.values())
                .filter(this::may)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Command.class)));
    }

    public boolean may(Command command) {
        return compareTo(command.least()) >= 0;
    }
}
