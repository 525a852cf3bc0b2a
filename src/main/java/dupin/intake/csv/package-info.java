/// Tables: rows with named columns, read from delimited text or from JSON objects, so that one mapping serves both.
///
/// - **Decision** The reader of delimited text is our own and works on bytes. **Because** most of a telemetry row's
///   columns are never looked at, and text that is not decoded costs nothing; a library hands out every cell as a
///   string. **Price** the rules of quoting stand here and have to be tested here.
@NullMarked
package dupin.intake.csv;

import org.jspecify.annotations.NullMarked;
