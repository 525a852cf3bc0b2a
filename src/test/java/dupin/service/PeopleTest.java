package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.Entry;
import dupin.model.people.Command;
import dupin.model.people.Operator;
import dupin.model.people.Role;
import dupin.model.people.Signature;
import dupin.model.policy.Staff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {
    private static final Hardness CHEAP = new Hardness(64, 1);
    private static final String PASS = "a long enough passphrase";

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-11-22T06:00:00Z");

    private People people() {
        return new People(folder.resolve("operators.json"), () -> now, CHEAP);
    }

    private static char[] pass() {
        return PASS.toCharArray();
    }

    private static char[] pass(String text) {
        return text.toCharArray();
    }

    private People team() {
        People people = people();
        people.add("ada", Role.ADMINISTRATOR, pass());
        people.add("ann", Role.ANALYST, pass());
        people.add("app", Role.APPROVER, pass());
        people.add("rob", Role.READER, pass());
        return people;
    }

    @Test
    void withoutOperatorsOneLocalAdministratorMayDoEverythingAndSignsNothing() {
        People people = people();
        assertThat(people.configured()).isFalse();
        assertThat(people.actor("me")).isEqualTo("me");
        for (Command command : Command.values()) {
            people.require(command);
        }
        assertThat(people.sign("text")).isEmpty();
        assertThat(people.staff()).isEqualTo(Staff.LOCAL);
    }

    @Test
    void theFirstOperatorIsAnAdministratorAndTheLastOneStays() {
        People people = people();
        assertThatThrownBy(() -> people.add("ann", Role.ANALYST, pass())).hasMessageContaining("administrator");
        assertThatThrownBy(() -> people.add("ada", Role.ADMINISTRATOR, pass("short"))).hasMessageContaining("12");
        people.add("ada", Role.ADMINISTRATOR, pass());
        assertThat(people.signedIn().map(Operator::name)).contains("ada");
        people.add("ann", Role.ANALYST, pass());
        assertThatThrownBy(() -> people.add("ann", Role.READER, pass())).hasMessageContaining("taken");
        assertThatThrownBy(() -> people.changeRole("ada", Role.READER)).hasMessageContaining("only administrator");
        assertThatThrownBy(() -> people.remove("ada")).hasMessageContaining("only administrator");
        people.remove("ann");
        people.remove("ada");
        assertThat(people.configured()).isFalse();
    }

    @Test
    void aPassphraseOpensTheKeyAndNothingOfItIsKept() throws Exception {
        team();
        People again = people();
        assertThat(again.signedIn()).isEmpty();
        assertThat(again.actor("me")).as("nobody acts as the local administrator").isEmpty();
        char[] typed = pass();
        again.signIn("ann", typed);
        assertThat(typed).as("wiped").containsOnly('\0');
        assertThat(again.signedIn().orElseThrow().role()).isEqualTo(Role.ANALYST);
        Signature signature = again.sign("text").orElseThrow();
        assertThat(SignatureCheck.valid(signature, "text")).isTrue();
        assertThat(SignatureCheck.valid(signature, "another")).isFalse();
        assertThat(Files.readString(folder.resolve("operators.json"))).doesNotContain(PASS);
        assertThatThrownBy(() -> again.signIn("nobody", pass())).hasMessageContaining("wrong");
    }

    @Test
    void fiveWrongPassphrasesLockOutForAWhile() {
        team();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> people().signIn("ann", pass("not the passphrase"))).hasMessageContaining("wrong");
        }
        assertThatThrownBy(() -> people().signIn("ann", pass())).hasMessageContaining("locked out until");
        people().signIn("app", pass());
        now = now.plus(Duration.ofMinutes(16));
        people().signIn("ann", pass());
    }

    @Test
    void anAdministratorResetsAPassphraseAndTheOldOneIsGone() {
        People people = team();
        String key = people.list().get(1).publicKey();
        people.reset("ann", pass("another long passphrase"));
        assertThat(people.list().get(1).publicKey()).as("and another key").isNotEqualTo(key);
        assertThatThrownBy(() -> people.signIn("ann", pass())).hasMessageContaining("wrong");
        people.signIn("ann", pass("another long passphrase"));
    }

    @Test
    void anIdleConsoleLocksAndDeniesEverything() {
        People people = team();
        people.signIn("ada", pass());
        now = now.plus(Duration.ofMinutes(14));
        people.active();
        now = now.plus(Duration.ofMinutes(14));
        people.require(Command.CHANGE_POLICY);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(people.locked()).isTrue();
        for (Command command : Command.values()) {
            assertThatThrownBy(() -> people.require(command)).hasMessageContaining("locked");
        }
        people.active();
        assertThat(people.locked()).as("moving the mouse does not unlock").isTrue();
        assertThat(people.sign("text")).isEmpty();
        people.signIn("ada", pass());
        people.require(Command.CHANGE_POLICY);
    }

    @Test
    void everyRoleMayDoWhatTheTableSaysAndNothingElse() {
        Map<Role, Integer> granted = new EnumMap<>(Map.of(Role.READER, 1, Role.ANALYST, 10, Role.APPROVER, 15));
        granted.put(Role.ADMINISTRATOR, Command.values().length);
        People people = team();
        for (Operator operator : people.list()) {
            people.signIn(operator.name(), pass());
            int may = 0;
            for (Command command : Command.values()) {
                if (operator.role().commands().contains(command)) {
                    people.require(command);
                    may++;
                } else {
                    assertThatThrownBy(() -> people.require(command))
                            .isInstanceOf(Problem.class)
                            .hasMessageContaining("needs the role");
                }
            }
            assertThat(may).as("%s", operator).isEqualTo(granted.get(operator.role()));
        }
        people.signOut();
        for (Command command : Command.values()) {
            assertThatThrownBy(() -> people.require(command)).hasMessageContaining("Nobody is signed in");
        }
    }

    @Test
    void everyKindOfEntryIsRefusedToWhoeverMayNotWriteIt() {
        People people = team();
        var gate = Access.of(people);
        List<Entry> samples = EntrySamples.all();
        assertThat(samples.stream().map(Object::getClass).distinct())
                .as("every kind of entry")
                .hasSize(Entry.class.getPermittedSubclasses().length);
        for (Operator operator : people.list()) {
            people.signIn(operator.name(), pass());
            for (Entry entry : samples) {
                Optional<Command> command = EntryCommands.of(entry);
                boolean may = command.map(operator.role()::may).orElse(operator.role() == Role.ADMINISTRATOR);
                if (may) {
                    assertThat(gate.seal(operator.name(), List.of(entry), 1)).hasSize(1);
                } else {
                    assertThatThrownBy(() -> gate.seal(operator.name(), List.of(entry), 1))
                            .as("%s %s", operator.role(), entry)
                            .isInstanceOf(Problem.class);
                }
                assertThatThrownBy(() -> gate.seal("somebody else", List.of(entry), 1)).isInstanceOf(Problem.class);
            }
        }
    }

    @Test
    void whoManagesIncidentsMayMergeThemAndMoveTheirAlerts() {
        People people = team();
        var gate = Access.of(people);
        people.signIn("ann", pass());
        List<Entry> merge =
                List.of(new Entry.AlertLinked("a", "J", List.of()), new Entry.IncidentMerged("I", "J", "One story"));
        assertThat(gate.seal("ann", merge, 1)).isEqualTo(merge);
        List<Entry> move =
                List.of(new Entry.IncidentOpened("K", "Own"), new Entry.AlertMoved("a", "I", "K", "Another story"));
        assertThat(gate.seal("ann", move, 1)).isEqualTo(move);
    }

    @Test
    void theEngineNeverDecidesInAPersonsPlace() {
        var gate = Access.of(team());
        for (Entry entry : EntrySamples.all()) {
            boolean persons = EntryCommands.of(entry).map(EntryCommands.PERSONS::contains).orElse(false);
            if (persons) {
                assertThatThrownBy(() -> gate.seal("Automation", List.of(entry), 1)).isInstanceOf(Problem.class);
            } else {
                assertThat(gate.seal("Automation", List.of(entry), 1)).containsExactly(entry);
            }
        }
    }
}
