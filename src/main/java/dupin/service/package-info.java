/// What a user can ask for: opening a case, importing, investigating, deciding; transactions, workers and the change
/// feed. The composition root of everything below the window. No JavaFX.
///
/// - **Decision** An earlier moment is read through the same [dupin.service.Desk] as now, over the fold of a prefix of the
///   journal. **Because** what a replay shows must be what was shown. **Price** copies of the fold, one for every few
///   hundred entries, while somebody replays; telemetry and intel are those of today.
@NullMarked
package dupin.service;

import org.jspecify.annotations.NullMarked;
