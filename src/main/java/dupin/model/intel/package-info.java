/// What intel packs say of a case's entities, in the words that analyzers and views use.
///
/// - **Decision** A match names its pack and version; all matches of one pack on one entity are one cause. **Because** a feed
///   that repeats itself is still one witness. **Price** the second best reason of a pack shows as *not counted*.
/// - **Decision** Lists of what is common are of two standings: what is *harmless* speaks for the entity and ends the growth
///   of the scope, what is *shared* (hosting, shorteners, free mail) only takes weight from a match. **Because** attackers
///   rent at the same houses as everybody. **Price** a wrongly classed list is felt in verdicts; the standing is shown.
@NullMarked
package dupin.model.intel;

import org.jspecify.annotations.NullMarked;
