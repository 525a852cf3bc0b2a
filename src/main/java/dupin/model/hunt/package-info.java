/// The language in which an analyst asks for rows. Pure; a query is parsed here and answered elsewhere.
///
/// ```
/// process where commandLine contains "-enc" and device = PC1 and time > ago(2d) | sort time desc | take 200
/// ```
///
/// A query names a source, says which of its rows are wanted, and may sort and cut them:
///
/// - **source**: `events` (all telemetry), a group (`process`, `network`, `mail` …), one kind (`processCreated`,
///   `dnsQuery` …), `entities` or `alerts`; see [dupin.model.hunt.HuntSource].
/// - **`where`** conditions with `and`, `or`, `not` and brackets; `not` binds closest, then `and`, then `or`.
/// - **comparison**: `field operator value`, the operators being `=` (or `==`), `!=`, `contains`, `startswith`, `endswith`,
///   `in (a, b)`, `<`, `<=`, `>`, `>=`; `not` may stand before a word of these. A field with several values fits when one of
///   them does; `!=` fits when none is equal.
/// - **fields**: see [dupin.model.hunt.HuntField]. Any other name, or any name in `[…]`, is a value of the row itself, by the
///   source's column name.
/// - **values**: text in `"…"` or `'…'` (a quote inside is doubled; a backslash is a backslash), or bare where it has no blank
///   and none of `"'(),|=!<>`; numbers; times as ISO (`2026-11-20`, `2026-11-20T10:00:00Z`, UTC when no zone is given)
///   or `ago(2d)` with s, m, h, d or w.
/// - **stages** after `|`: `where …`, `sort field desc, other asc`, `take 200`. Without `sort` the oldest row comes first.
///
/// Words, fields and values are compared without regard to case; only the path of a URL and whole entity keys are not.
/// Equality brings both sides to their canonical spelling first, so `PC1.contoso.com` is `pc1`, and a defanged address is itself.
@NullMarked
package dupin.model.hunt;

import org.jspecify.annotations.NullMarked;
