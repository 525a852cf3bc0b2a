/// The binary event log: file, chunks of 64 KiB, records, and the binary XML that they hold.
///
/// - **Decision** A reader of our own instead of a library. **Because** the file is hostile and a library's limits are not
///   ours: depth, values, text and templates are bounded here, and a damaged record costs itself and nothing else.
///   **Price** we follow the format where it changes.
/// - **Decision** Checksums are not asked. **Because** logs copied from a running machine carry old ones, and what they hold
///   is as good. **Price** a flipped bit inside a text goes unnoticed.
@NullMarked
package dupin.intake.windows.evtx;

import org.jspecify.annotations.NullMarked;
