/// Measures Dupin on labelled cases, and makes cases of any size to measure it on. A case is imported, investigated and
/// read exactly as an analyst's would be, in a temporary folder; only the scoring knows the truth.
///
/// - **Decision** Truth files are found by their form under one folder, wherever they lie; telemetry is found by file name.
///   **Because** labelled sets come in many layouts, and a measure that needs a layout gets measured on one set only.
/// - **Decision** A truth file that cannot be used gives a sentence and the others go on. **Price** A total may rest on
///   fewer cases than the folder holds; the report says on which.
/// - **Decision** Suspicious counts as found, and the harm tells it from malicious. **Because** for tools that belong to
///   the system *suspicious* is the right word, and for a payload it is a mistake that an analyst can still mend.
@NullMarked
package dupin.bench;

import org.jspecify.annotations.NullMarked;
