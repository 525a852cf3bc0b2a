/// The same engine without a window: `dupin import / investigate / verdicts / actions / packs / rebuild / journal check`. The one
/// room that prints to the console: results to standard output, progress and errors to standard error.
///
/// Exit codes: 0 done · 1 done, but something needs a look (rejected records, refused files, a broken chain) · 2 wrong
/// usage · 3 not done (the sentence says why).
@NullMarked
package dupin.cli;

import org.jspecify.annotations.NullMarked;
