package dupin.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ImportReceipt;
import dupin.model.Imported;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said of an import; no toolkit.
class ImportDialogsTest {
    private static final ImportReceipt RECEIPT =
            new ImportReceipt(
                    "alerts.json",
                    "ab12",
                    100,
                    "Microsoft Graph security alerts",
                    12,
                    10,
                    0,
                    0,
                    0,
                    1_234,
                    0,
                    0,
                    2,
                    List.of(new Imported.Rejected(5, "record 5", "the title is missing")),
                    3);

    @Test
    void countsAreAddedUpOverTheFiles() {
        assertThat(ImportDialogs.title(List.of(RECEIPT, RECEIPT)))
                .isEqualTo("2 files imported: 20 alerts, 2,468 telemetry rows, 4 records rejected");
    }

    @Test
    void rejectsAreNamedWithPlaceAndReasonAndThoseNotListedAreCounted() {
        assertThat(ImportDialogs.text(List.of(RECEIPT)))
                .contains("alerts.json  (Microsoft Graph security alerts)")
                .contains("10 alerts · 1,234 telemetry rows")
                .contains("rejected record 5: the title is missing")
                .contains("and 1 more rejected record")
                .contains("SHA-256 ab12");
    }
}
