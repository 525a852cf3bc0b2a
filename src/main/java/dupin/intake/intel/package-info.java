/// How knowledge about the world comes in: STIX bundles, plain lists of indicators, ATT&CK, living-off-the-land binaries,
/// lists of common things. Files are hostile input, read under the limits of imports; an entry that cannot be used is
/// refused with its place and reason and never kills its pack.
///
/// - **Decision** Indicators lie in memory as canonical terms ([dupin.intake.intel.TermTable]), read from the case's
///   originals when it opens; matching looks terms up. **Because** a million of them fit into some hundred megabytes and are
///   read in seconds, and a database would load them ten times slower for the same answer. **Price** they are read again at
///   each opening.
/// - **Decision** Of a STIX pattern the part that can be looked up is looked up, the rest is checked on what was found;
///   patterns that hold nothing to look up are tried one by one, and their number is bounded. **Because** feeds are mostly
///   equalities. **Price** several observations together (AND between brackets, FOLLOWEDBY) are refused.
/// - **Decision** Regular expressions run under a budget of steps and not of time. **Because** the answer must not depend
///   on the machine. **Price** an expression that is cut off does not match.
@NullMarked
package dupin.intake.intel;

import org.jspecify.annotations.NullMarked;
