/// Full text over what a case names: a Lucene index beside the tables, made from them and made again whenever it is
/// missing or damaged.
///
/// - **Decision** Words are cut at everything that is no letter or digit, in the index and in the question, and every word
///   of a question may be the beginning of one. **Because** analysts search for parts of paths, host names and command
///   lines. **Price** no question can tell `a-b` from `a b`.
@NullMarked
package dupin.store.text;

import org.jspecify.annotations.NullMarked;
