package dupin.engine;

import dupin.model.ImportReceipt;
import java.util.ArrayList;
import java.util.List;

/// The receipts of what was imported, in the order of the journal.
final class ImportBook {
    private record Import(long seq, ImportReceipt receipt) {}

    private final List<Import> imports = new ArrayList<>();

    void addAll(ImportBook other) {
        imports.addAll(other.imports);
    }

    void add(long seq, ImportReceipt receipt) {
        imports.add(new Import(seq, receipt));
    }

    List<ImportReceipt> all() {
        return imports.stream().map(Import::receipt).toList();
    }

    /// Those that the journal holds after the entry.
    List<ImportReceipt> since(long seq) {
        return imports.stream().filter(it -> it.seq > seq).map(Import::receipt).toList();
    }
}
