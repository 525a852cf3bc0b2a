package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.AlertDraft;
import dupin.model.InvestigationState;
import dupin.model.LinkReason;
import dupin.model.RowRef;
import dupin.model.Severity;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import dupin.model.row.WordCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/// The list of all alerts against a plain search of the same rows.
class AlertIndexTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final int MANY = 500;

    private final AlertIndex index = new AlertIndex();
    private final List<AlertRow> rows = new ArrayList<>();

    @BeforeEach
    void fill() {
        var random = new Random(7);
        for (int i = 0; i < MANY; i++) {
            rows.add(row("a" + i, random));
        }
        index.put(rows, List.of());
    }

    private static AlertRow row(String id, Random random) {
        Instant first = random.nextInt(9) == 0 ? null : START.plusSeconds(random.nextInt(100_000));
        var alert =
                AlertDraft.alert(id)
                        .title((random.nextBoolean() ? "Suspicious " : "suspicious ") + random.nextInt(40))
                        .severity(Severity.values()[random.nextInt(Severity.values().length)])
                        .status("")
                        .category(random.nextBoolean() ? "Execution" : "CredentialAccess")
                        .serviceSource("microsoftDefenderForEndpoint")
                        .detectionSource(random.nextBoolean() ? "antivirus" : "EDR")
                        .tags(random.nextInt(4) == 0 ? List.of("VIP", "Finance") : List.of())
                        .active(first, random.nextBoolean() || first == null ? null : first.plusSeconds(60))
                        .row(new RowRef("0".repeat(64), 1))
                        .made();
        String incident = "D-" + random.nextInt(30);
        return new AlertRow(
                alert,
                incident,
                "Incident " + incident,
                random.nextBoolean() ? "new" : "resolved",
                List.of("ws-" + random.nextInt(20)),
                List.of(),
                List.of(new LinkReason("Same device", "", 1, "")),
                random.nextInt(3) == 0 ? null : InvestigationState.values()[random.nextInt(8)],
                "",
                random.nextInt(3) == 0 ? "truePositive" : "",
                "",
                random.nextBoolean() ? "" : random.nextBoolean() ? "Ann" : "bob");
    }

    private void finds(AlertQuery query, Predicate<AlertRow> kept) {
        List<String> wanted =
                rows.stream()
                        .filter(kept)
                        .sorted(
                                Comparator.comparing(
                                                AlertRow::lastActivity,
                                                Comparator.nullsFirst(Comparator.naturalOrder()))
                                        .thenComparing(r -> r.alert().id())
                                        .reversed())
                        .map(r -> r.alert().id())
                        .toList();
        assertThat(wanted).isNotEmpty().hasSizeLessThanOrEqualTo(MANY);
        assertThat(ids(query)).isEqualTo(wanted);
    }

    private List<String> ids(AlertQuery query) {
        Found found = index.find(query);
        return found.ids(0, found.size());
    }

    @Test
    void allOfThemTheNewestFirst() {
        finds(AlertQuery.ALL, _ -> true);
    }

    @Test
    void everyFilterHoldsAndTheyHoldTogether() {
        AlertQuery all = AlertQuery.ALL;
        finds(
                all.toggled(Severity.HIGH).toggled(Severity.LOW),
                r -> r.alert().severity() == Severity.HIGH || r.alert().severity() == Severity.LOW);
        finds(all.toggled(InvestigationState.RUNNING), r -> r.investigationState() == InvestigationState.RUNNING);
        finds(all.toggled(AlertField.STATUS, "Resolved"), r -> r.status().equals("resolved"));
        finds(all.toggled(AlertField.TAGS, "finance"), r -> r.alert().tags().contains("Finance"));
        finds(all.toggled(AlertField.CLASSIFICATION, ""), r -> r.classification().isEmpty());
        finds(all.toggled(AlertField.ASSIGNED_TO, AlertQuery.ANYBODY), r -> !r.assignedTo().isEmpty());
        finds(
                all.toggled(AlertField.ASSIGNED_TO, "").toggled(AlertField.ASSIGNED_TO, "ANN"),
                r -> r.assignedTo().isEmpty() || r.assignedTo().equals("Ann"));
        // A whole item is asked for: D-2 is not D-21.
        finds(all.toggled(AlertField.INCIDENT_ID, "D-2"), r -> r.incidentId().equals("D-2"));
        Instant noon = START.plusSeconds(50_000);
        finds(all.between(noon, null), r -> r.lastActivity() != null && !r.lastActivity().isBefore(noon));
        finds(all.between(null, noon), r -> r.lastActivity() != null && r.lastActivity().isBefore(noon));
        finds(
                all.toggled(AlertField.DETECTION_SOURCE, "edr")
                        .toggled(AlertField.CATEGORY, "Execution")
                        .searched(" WS-1  7 "),
                r ->
                        r.alert().detectionSource().equals("EDR")
                                && r.alert().category().equals("Execution")
                                && text(r).contains("ws-1")
                                && text(r).contains("7"));
    }

    private static String text(AlertRow r) {
        return String.join(
                        "\n",
                        r.alert().id(),
                        r.alert().title(),
                        String.join("\n", r.impactedAssets()),
                        r.incidentId(),
                        r.incidentName(),
                        String.join("\n", r.alert().tags()),
                        r.alert().category())
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void everyFieldSortsBothWays() {
        sorts(AlertField.SEVERITY, r -> r.alert().severity().ordinal());
        sorts(AlertField.STATE, r -> r.investigationState() == null ? -1 : r.investigationState().ordinal());
        sorts(AlertField.TITLE, r -> r.alert().title().toLowerCase(Locale.ROOT));
        sorts(AlertField.STATUS, AlertRow::status);
        sorts(AlertField.INCIDENT, r -> r.incidentName().toLowerCase(Locale.ROOT));
        sorts(AlertField.ASSIGNED_TO, r -> r.assignedTo().toLowerCase(Locale.ROOT));
        sorts(AlertField.FIRST_ACTIVITY, r -> Ticks.of(r.alert().time()));
        for (AlertField field : AlertField.values()) {
            List<String> up = ids(AlertQuery.ALL.ordered(field, true));
            assertThat(ids(AlertQuery.ALL.ordered(field, false))).as(field.name()).isEqualTo(up.reversed());
        }
    }

    private <K extends Comparable<? super K>> void sorts(AlertField field, Function<AlertRow, @Nullable K> key) {
        Comparator<AlertRow> order = Comparator.comparing(key, Comparator.naturalOrder());
        assertThat(ids(AlertQuery.ALL.ordered(field, true)))
                .as(field.name())
                .isEqualTo(
                        rows.stream()
                                .sorted(order.thenComparing(r -> r.alert().id()))
                                .map(r -> r.alert().id())
                                .toList());
    }

    @Test
    void aRowTakesThePlaceOfItsOlderOneAndOneThatIsGoneIsNotFound() {
        AlertRow was = rows.getFirst();
        var now =
                new AlertRow(
                        was.alert(),
                        "D-new",
                        "Another",
                        "resolved",
                        List.of("srv-1"),
                        List.of(),
                        List.of(),
                        null,
                        "",
                        "",
                        "",
                        "carol");
        index.put(List.of(now), List.of(rows.get(1).alert().id()));
        assertThat(ids(AlertQuery.ALL)).hasSize(MANY - 1);
        assertThat(ids(AlertQuery.ALL.toggled(AlertField.INCIDENT_ID, "D-new"))).containsExactly("a0");
        assertThat(ids(AlertQuery.ALL.searched("srv-1"))).containsExactly("a0");
        assertThat(index.words(AlertField.ASSIGNED_TO, 9))
                .extracting(WordCount::word)
                .containsExactly("Ann", "bob", "carol");
        assertThat(index.words(AlertField.TAGS, 1)).hasSize(1);
    }
}
