/// Advanced hunting and its stream: rows of the tables of Microsoft Defender XDR (and of the same tables in Log Analytics)
/// as CSV, JSON, JSON lines, streaming envelopes and query answers, turned into events and alerts.
///
/// - **Decision** A table is told by its columns, by name only where the source states it and the columns agree.
///   **Because** files are renamed and results are projected; and streams were seen to bear the wrong category.
/// - **Decision** One mapping class per family of tables, which looks its columns up once per file. Each says in its
///   documentation which links and attributes it makes. **Because** analyzers ask for these names.
/// - **Decision** A table nobody wrote a mapping for still gives events. **Because** what is dropped on import cannot be
///   searched for later.
@NullMarked
package dupin.intake.hunting;

import org.jspecify.annotations.NullMarked;
