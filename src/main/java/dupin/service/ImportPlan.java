package dupin.service;

import dupin.model.ImportReceipt;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// First phase of an import: every file was read and checked, nothing was changed yet.
public record ImportPlan(List<Item> items) {
    public ImportPlan {
        items = List.copyOf(items);
    }

    /// @param receipt what the file would give; null when it is refused
    /// @param refusal sentence why the file cannot be used, "" when it can
    /// @param known the case holds this very file already: it will add nothing
    /// @param checked what the check has learned, so that the import need not read for it again; null when it is refused
    public record Item(
            Path file, @Nullable ImportReceipt receipt, String refusal, boolean known, @Nullable Checked checked) {
        public boolean usable() {
            return receipt != null && !known;
        }
    }

    public boolean anyUsable() {
        return items.stream().anyMatch(Item::usable);
    }
}
