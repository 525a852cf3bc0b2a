/// How exports come in: one importer per format, streaming, chosen by content and not by file name. A file is hostile
/// input: size, depth, string length, records and time are bounded; a bad record is rejected with place and reason and
/// never kills its file. Also the content shipped with the program (playbooks, weights, benign lists, default policy).
///
/// - **Decision** Importers hand on normalised [dupin.model.Imported] records one at a time and keep nothing.
///   **Because** a file of a million rows must not need its size in memory.
@NullMarked
package dupin.intake;

import org.jspecify.annotations.NullMarked;
