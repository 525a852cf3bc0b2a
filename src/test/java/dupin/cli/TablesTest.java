package dupin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.people.Command;
import dupin.model.people.Role;
import dupin.service.StateTable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules of response as tables that anybody can print: what an action goes through, what kinds there are, who may what.
class TablesTest {
    private static List<String> dupin(String... args) {
        var out = new StringWriter();
        assertThat(CommandLineMain.run(new PrintWriter(out), new PrintWriter(out), args)).isZero();
        return out.toString().lines().toList();
    }

    private static String[] cells(String line) {
        return line.strip().split("\\s{2,}");
    }

    @Test
    void everyMoveOfAnActionIsPrinted() {
        List<String> lines = dupin("actions", "--states");
        assertThat(lines).hasSize(StateTable.rows().size() + 1);
        for (ActionState state : ActionState.values()) {
            assertThat(lines).as("a way into %s", state).anyMatch(line -> cells(line)[2].equals(state.label()));
        }
        assertThat(lines).anyMatch(line -> Arrays.equals(cells(line), row("Pending approval", "approved", "Approved")));
        assertThat(lines).noneMatch(line -> line.startsWith("Declined") && line.contains("responder called"));
    }

    private static String[] row(String... cells) {
        return cells;
    }

    @Test
    void everyKindOfActionIsPrintedWithWhatItCan() {
        List<String> lines = dupin("actions", "--kinds");
        assertThat(lines).hasSize(ActionType.values().length + 1);
        assertThat(line(lines, "Quarantine file")).contains("File", "by level", "Release from quarantine", "72 h");
        assertThat(line(lines, "Stop process")).contains("never", "cannot be undone");
        assertThat(line(lines, "Isolate device")).contains("never", "isolationType=Full|Selective");
        assertThat(line(lines, "Soft delete email cluster")).contains("opt-in", "Move to Inbox");
        assertThat(line(lines, "Collect sample")).contains("on request", "nothing to undo");
        assertThat(line(lines, "Remove mailbox delegation")).contains("Mailbox");
    }

    private static String line(List<String> lines, String kind) {
        return lines.stream().filter(line -> cells(line)[0].equals(kind)).findFirst().orElseThrow();
    }

    @Test
    void everyCommandIsPrintedForEveryRole() {
        List<String> lines = dupin("people", "roles");
        assertThat(lines).hasSize(Command.values().length + 1);
        for (Command command : Command.values()) {
            String line = line(lines, command.label());
            long may = Arrays.stream(Role.values()).filter(role -> role.may(command)).count();
            assertThat(Arrays.stream(line.substring(30).strip().split("\\s+")))
                    .as(line)
                    .hasSize(Role.values().length)
                    .filteredOn("yes"::equals)
                    .hasSize((int) may);
        }
    }

    @Test
    void withoutACaseOrATableItSaysWhatItNeeds() {
        var out = new StringWriter();
        assertThat(CommandLineMain.run(new PrintWriter(out), new PrintWriter(out), "actions")).isNotZero();
        assertThat(out.toString()).contains("--states", "--kinds");
    }
}
