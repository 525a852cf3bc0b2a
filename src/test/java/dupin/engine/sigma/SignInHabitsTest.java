package dupin.engine.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Habits;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import dupin.model.sigma.HabitRule.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignInHabitsTest {
    private final List<TelemetryEvent> rows = new ArrayList<>();

    private void signIn(String user, String time, String address, String country, String browser, String... more) {
        var values = new HashMap<>(Map.of("Country", country, "Browser", browser));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        rows.add(
                new TelemetryEvent(
                        EventKind.SIGN_IN,
                        "test",
                        "LogonSuccess",
                        Instant.parse(time),
                        List.of(
                                new EventLink(LinkRole.ACCOUNT, Entity.User.ofUpn(user)),
                                new EventLink(LinkRole.SOURCE, Entity.IpAddress.of(address))),
                        values,
                        "",
                        new RowRef("0".repeat(64), rows.size())));
    }

    private void usual(String user, String address) {
        for (int day = 10; day < 24; day++) {
            signIn(user, "2026-03-%dT08:00:00Z".formatted(day), address, "BE", "Edge 120." + day);
        }
    }

    private List<Kind> found() {
        var habits = new SignInHabits(Habits.shipped());
        rows.forEach(habits::row);
        return habits.found().stream().map(each -> each.rule().kind()).toList();
    }

    @Test
    void nobodyTravelsThatFast() {
        usual("ann@meridian.example", "203.0.113.1");
        signIn("ann@meridian.example", "2026-03-23T09:00:00Z", "198.51.100.9", "VN", "Edge 120.1");

        assertThat(found()).containsExactly(Kind.IMPOSSIBLE_TRAVEL);
    }

    @Test
    void placesTellTheSpeed() {
        signIn(
                "ann@meridian.example",
                "2026-03-23T08:00:00Z",
                "203.0.113.1",
                "BE",
                "E",
                "Latitude",
                "50.9",
                "Longitude",
                "4.7");
        signIn(
                "ann@meridian.example",
                "2026-03-23T09:00:00Z",
                "203.0.113.2",
                "FR",
                "E",
                "Latitude",
                "50.6",
                "Longitude",
                "3.1");
        signIn(
                "ann@meridian.example",
                "2026-03-23T15:00:00Z",
                "203.0.113.3",
                "VN",
                "E",
                "Latitude",
                "16.5",
                "Longitude",
                "107.6");
        var habits = new SignInHabits(Habits.shipped());
        rows.forEach(habits::row);

        assertThat(habits.found())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.rule().kind()).isEqualTo(Kind.IMPOSSIBLE_TRAVEL);
                    assertThat(each.rows()).containsExactly(rows.get(1).row(), rows.get(2).row());
                });
    }

    @Test
    void aNewCountryTellsOnlyWithANewBrowserOnAnAddressOfItsOwn() {
        usual("ann@meridian.example", "203.0.113.1");
        usual("bo@meridian.example", "203.0.113.2");
        signIn("bo@meridian.example", "2026-03-25T09:00:00Z", "198.51.100.8", "PT", "Edge 121.9");
        assertThat(found()).isEmpty();

        signIn("ann@meridian.example", "2026-03-25T09:00:00Z", "198.51.100.9", "VN", "Chrome 99");
        assertThat(found()).containsExactly(Kind.NEW_COUNTRY);

        signIn("cy@meridian.example", "2026-03-25T09:00:00Z", "198.51.100.9", "VN", "Edge 121");
        assertThat(found()).as("an exit that others use").isEmpty();
    }

    @Test
    void whoeverSleptWakesUpElsewhereButNotOnAManagedDevice() {
        usual("ann@meridian.example", "203.0.113.1");
        usual("bo@meridian.example", "203.0.113.2");
        signIn("ann@meridian.example", "2026-06-25T09:00:00Z", "198.51.100.9", "BE", "Chrome 99");
        signIn("bo@meridian.example", "2026-06-25T09:00:00Z", "198.51.100.8", "BE", "Chrome 99", "IsManaged", "true");

        assertThat(found()).containsExactly(Kind.DORMANT);
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        usual("ann@meridian.example", "203.0.113.1");
        signIn("ann@meridian.example", "2026-03-23T09:00:00Z", "198.51.100.9", "VN", "Chrome");
        List<Kind> straight = found();
        Collections.shuffle(rows, new Random(3));

        assertThat(found()).isEqualTo(straight).containsExactly(Kind.IMPOSSIBLE_TRAVEL, Kind.NEW_COUNTRY);
    }
}
