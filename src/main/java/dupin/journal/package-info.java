/// The append-only, hash-chained journal of a case: one writer, groups of entries made durable together, a chain check
/// that names the first broken line.
///
/// ## The file
/// `journal.ndjson` is UTF-8 text, one JSON object per line, every line ended by `\n`. Its members, in this order:
///
/// | member | meaning |
/// |---|---|
/// | `actor` | `Automation` or the person at the keyboard |
/// | `at` | decision clock, ISO 8601 in UTC |
/// | `entry` | what happened; members as in [dupin.model.Entry], entities carry their `kind`; what is empty or unset is left out |
/// | `hash` | SHA-256 in lower-case hex, see below |
/// | `left` | how many lines of the same group follow; a group counts as written once its line with 0 stands whole |
/// | `prev` | `hash` of the line before; 64 zeros on the first |
/// | `seq` | number of the line, from 0 |
/// | `type` | simple name of the entry's record in lowerCamelCase |
///
/// The text of a line is canonical: members sorted by name at every depth, no white space, no floating-point numbers,
/// only `"`, `\` and control characters escaped (in JSON's two-letter forms, else by number with lower-case hex
/// digits); half of a surrogate pair is escaped by number too. `hash` is taken over that line without its `hash` member and without the line's end, so
/// that a script of a few lines checks a case:
///
/// ```
/// import hashlib, json, sys
/// prev = "0" * 64
/// for seq, line in enumerate(open(sys.argv[1], encoding="utf-8")):
///     o = json.loads(line); found = o.pop("hash")
///     text = json.dumps(o, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
///     assert (o["seq"], o["prev"], hashlib.sha256(text.encode()).hexdigest()) == (seq, prev, found), seq
///     prev = found
/// ```
///
/// - **Decision** Only a line with its line end counts, and only whole groups: opening the file cuts off what a crash left
///   and keeps it beside the journal as `journal.torn-N`; anything else that is wrong stops the opening.
///   **Because** a torn tail was never acknowledged to anybody, while a changed line is evidence of tampering.
///   **Price** that whole groups are missing at the end cannot be seen from the file alone; the signed head of a case
///   bundle and the store's position tell.
/// - **Decision** The lock is a file of its own, `journal.lock`. **Because** on some systems closing any reader of a
///   locked file gives up the lock.
@NullMarked
package dupin.journal;

import org.jspecify.annotations.NullMarked;
