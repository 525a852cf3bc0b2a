/// What a user can ask for: opening a case, importing, investigating, deciding; transactions, workers and the change
/// feed. The composition root of everything below the window. No JavaFX.
///
/// - **Decision** An investigation that had looked looks again when telemetry or alerts that touch it come later
///   ([dupin.model.Entry.InvestigationRenewed]); its actions keep their decisions. **Because** verdicts have to rest on all
///   that the case holds, in whatever order it came, also after a kill between two files of one import.
/// - **Decision** An earlier moment is read through the same [dupin.service.Desk] as now, over the fold of a prefix of the
///   journal. **Because** what a replay shows must be what was shown. **Price** copies of the fold, one for every few
///   hundred entries, while somebody replays; telemetry and intel are those of today.
@NullMarked
package dupin.service;

import org.jspecify.annotations.NullMarked;
