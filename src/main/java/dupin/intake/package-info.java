/// How exports come in: one importer per format, streaming, chosen by content and not by file name. A file is hostile
/// input: size, depth, string length, records and time are bounded; a bad record is rejected with place and reason and
/// never kills its file. Also the content shipped with the program (playbooks, weights, benign lists, default policy).
///
/// [dupin.intake.Importers] chooses among the importers; those of JSON formats hand a [dupin.intake.RecordReader] to
/// [dupin.intake.JsonRecords] and read each record through [dupin.intake.Fields].
///
/// - **Decision** Importers hand on normalised [dupin.model.Imported] records one at a time and keep nothing.
///   **Because** a file of a million rows must not need its size in memory.
/// - **Decision** A record reader is a function from record to results and never sees the sink. **Because** then a fault of
///   the store is not mistaken for a bad record.
@NullMarked
package dupin.intake;

import org.jspecify.annotations.NullMarked;
