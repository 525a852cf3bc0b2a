package dupin.intake;

import dupin.model.Imported;
import java.util.List;

/// Turns one record into what it says. May keep counters, so an importer makes a new one for each file.
@FunctionalInterface
public interface RecordReader {

    /// @return what the record holds, in order; empty when it holds nothing of interest
    /// @throws BadRecordException when the record cannot be used. Any other unchecked exception is taken as
    ///     "not in the expected shape" and rejects the record as well
    List<Imported> read(JsonRecord record);
}
