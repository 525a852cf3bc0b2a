package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EntityKind;
import dupin.ui.actions.ActionColumns;
import dupin.ui.fx.AlertColumns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.InvestigationColumns;
import dupin.ui.incidents.IncidentColumns;
import dupin.ui.investigation.ActivityColumns;
import dupin.ui.investigation.AssetColumns;
import dupin.ui.investigation.EntityColumns;
import dupin.ui.investigation.StoryColumns;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every table has the columns that whoever comes from the portal looks for, under the names by which they know them;
/// those that they see there at first are visible here at first, or one of the table's own stands for them.
class DocumentedColumnsTest {
    private static final InstantSource CLOCK = InstantSource.system();

    private record Case(String table, Supplier<List<? extends TableColumn<?, ?>>> columns, String... documented) {
        @Override
        public String toString() {
            return table;
        }
    }

    private static Case of(String table, Supplier<List<? extends TableColumn<?, ?>>> columns, String... documented) {
        return new Case(table, columns, documented);
    }

    private static Case entities(EntityKind kind, String... own) {
        String[] all =
                Stream.concat(Stream.of("Verdict", "Remediation status", "Status details"), Stream.of(own))
                        .toArray(String[]::new);
        return of(kind.plural(), () -> EntityColumns.of(kind), all);
    }

    static Stream<Case> tables() {
        String[] alerts = {
            "Alert name",
            "Tags",
            "Severity",
            "Incident name",
            "Incident ID",
            "Status",
            "Linked by",
            "Category",
            "Impacted assets",
            "User",
            "Service source",
            "Detection source",
            "Investigation state",
            "First activity",
            "Last activity",
            "Classification",
            "Determination",
            "Assigned to"
        };
        String[] investigations = {
            "Triggering alert",
            "ID",
            "Status",
            "Service source",
            "Detection source",
            "Devices",
            "Threats",
            "Entities",
            "Actions",
            "Start date",
            "Duration",
            "Pending duration",
            "Tags",
            "Comments",
            "Device groups",
            "Categories"
        };
        String[] actions = {
            "Action update time",
            "Investigation ID",
            "Approval ID",
            "Creation date",
            "Action type",
            "Details",
            "Entity type",
            "Asset",
            "Action source",
            "Status",
            "Decision",
            "Decided by",
            "Wait time",
            "Action start time",
            "Action end time",
            "File path",
            "File hash",
            "Process name and PID",
            "Service name",
            "Driver name",
            "Amount of devices",
            "Submitted by",
            "Email count",
            "Threat type",
            "Subject",
            "Comment"
        };
        return Stream.of(
                of(
                        "Incidents",
                        IncidentColumns::all,
                        "Incident ID",
                        "Incident name",
                        "Severity",
                        "Investigation state",
                        "Categories",
                        "Active alerts",
                        "Impacted assets",
                        "Service sources",
                        "Detection sources",
                        "First activity",
                        "Last activity",
                        "Status",
                        "Assigned to",
                        "Classification",
                        "Device groups",
                        "OS platform",
                        "Associated threat",
                        "Alert policies",
                        "Alert subscription IDs",
                        "Data sensitivity",
                        "Tags",
                        "Last update time"),
                of("All alerts", AlertColumns::ofCase, alerts),
                of("Alerts of an incident", AlertColumns::ofIncident, alerts),
                of("All investigations", () -> InvestigationColumns.ofCase(CLOCK), investigations),
                of("Investigations of an incident", () -> InvestigationColumns.ofIncident(CLOCK), investigations),
                of(
                        "Devices",
                        AssetColumns::devices,
                        "Device name",
                        "IP address",
                        "Device group",
                        "Users",
                        "OS",
                        "Remediation level",
                        "Investigations",
                        "Last investigated",
                        "Risk level",
                        "Data sensitivity",
                        "Tags",
                        "Alerts",
                        "First activity",
                        "Last activity"),
                of("Users", AssetColumns::users, "User name", "Display name", "Verdict", "Entra user ID", "Risk level"),
                of(
                        "Mailboxes",
                        AssetColumns::mailboxes,
                        "Mailbox",
                        "Display name",
                        "Verdict",
                        "Risk level",
                        "Risky activities",
                        "User principal name"),
                of(
                        "Evidence",
                        EntityColumns::evidence,
                        "First seen",
                        "Entity",
                        "Verdict",
                        "Remediation status",
                        "Status details",
                        "Impacted assets",
                        "Detection origin",
                        "Threats"),
                of(
                        "Evidence summary",
                        EntityColumns::summary,
                        "Entity type",
                        "Total",
                        "Remediated",
                        "Malicious",
                        "Suspicious",
                        "No threats found",
                        "Not evaluable",
                        "Not found",
                        "Unremediated",
                        "Partially remediated"),
                entities(EntityKind.FILE, "File path", "File name", "Device name"),
                entities(EntityKind.URL, "Address"),
                entities(EntityKind.IP_ADDRESS, "Address"),
                entities(EntityKind.MAIL_SUBMISSION, "Subject", "Sender", "Recipient", "Reported by", "Report type"),
                entities(
                        EntityKind.MAIL_MESSAGE,
                        "Email received date",
                        "Delivery status",
                        "Subject",
                        "Sender",
                        "Recipient"),
                entities(
                        EntityKind.MAIL_CLUSTER,
                        "Mail cluster name",
                        "Threats",
                        "Email count",
                        "Malware",
                        "Phish",
                        "High confidence phish",
                        "Spam",
                        "Delivered",
                        "Junked",
                        "Replaced",
                        "Blocked",
                        "Mailbox",
                        "Not in mailbox",
                        "On-prem/External"),
                of(
                        "Log",
                        StoryColumns::log,
                        "ID",
                        "Action type",
                        "Action",
                        "Status",
                        "Device name",
                        "Description",
                        "Comments",
                        "Time created",
                        "Execution start time",
                        "Duration",
                        "Pending duration",
                        "Queued duration"),
                of(
                        "Activity",
                        ActivityColumns::all,
                        "Time",
                        "Kind",
                        "Activity",
                        "Before",
                        "After",
                        "Performed by",
                        "Origin",
                        "Status",
                        "Comment"),
                of("Actions", () -> ActionColumns.all(CLOCK, Set.of()), actions));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theTableHasTheColumns(Case table) {
        assertThat(table.columns().get()).extracting(TableColumn::getText).contains(table.documented());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noTwoColumnsOfATableAreCalledTheSameOrKnownByOneName(Case table) {
        assertThat(table.columns().get()).extracting(TableColumn::getText).doesNotHaveDuplicates().doesNotContain("");
        assertThat(table.columns().get()).extracting(TableColumn::getId).doesNotHaveDuplicates();
    }

    /// What the portal shows before anybody has chosen columns.
    @ParameterizedTest
    @MethodSource("shownAtFirst")
    void whatIsShownThereAtFirstIsShownHereAtFirst(Case table) {
        assertThat(table.columns().get().stream().filter(TableColumn::isVisible))
                .extracting(TableColumn::getText)
                .contains(table.documented());
    }

    /// What the portal filters by.
    @ParameterizedTest
    @MethodSource("filters")
    void theTableIsFilteredByTheColumns(Case table) {
        assertThat(
                        table.columns().get().stream()
                                .filter(column -> column instanceof DataColumn<?, ?> data && data.offered()))
                .extracting(TableColumn::getText)
                .contains(table.documented());
    }

    static Stream<Case> filters() {
        String[] investigations = {
            "Start date",
            "Triggering alert",
            "Status",
            "Detection source",
            "Categories",
            "Tags",
            "Devices",
            "Device groups",
            "Comments"
        };
        return Stream.of(
                of("All investigations", () -> InvestigationColumns.ofCase(CLOCK), investigations),
                of("Investigations of an incident", () -> InvestigationColumns.ofIncident(CLOCK), investigations),
                of("Evidence", EntityColumns::evidence, "Entity type", "Verdict", "Detection origin"),
                of("Log", StoryColumns::log, "Action type", "Action", "Status", "Device name"),
                of("Activity", ActivityColumns::all, "Origin", "Kind", "Status", "Performed by"),
                of(
                        "Actions",
                        () -> ActionColumns.all(CLOCK, Set.of()),
                        "Action update time",
                        "Action type",
                        "Status",
                        "Decision",
                        "Action source",
                        "Asset",
                        "Entity type",
                        "Decided by"));
    }

    static Stream<Case> shownAtFirst() {
        return Stream.of(
                of(
                        "All alerts",
                        AlertColumns::ofCase,
                        "Alert name",
                        "Tags",
                        "Severity",
                        "Incident name",
                        "Status",
                        "Category",
                        "Investigation state",
                        "Last activity",
                        "Classification",
                        "Assigned to"),
                of(
                        "Evidence",
                        EntityColumns::evidence,
                        "First seen",
                        "Entity",
                        "Verdict",
                        "Remediation status",
                        "Impacted assets",
                        "Detection origin"),
                of(
                        "Log",
                        StoryColumns::log,
                        "Action",
                        "Status",
                        "Device name",
                        "Description",
                        "Execution start time",
                        "Duration"));
    }
}
