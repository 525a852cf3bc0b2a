package dupin.intake.defender;

import dupin.intake.Source;
import dupin.model.RowRef;

/// Numbers what one file holds, in order: incidents, their alerts, everything. One per file and thread.
final class Rows {
    private final String file;
    private long next;

    Rows(Source source) {
        file = source.sha256();
        next = source.firstRow();
    }

    RowRef next() {
        return new RowRef(file, next++);
    }
}
