/// A detection rule as it was written: log source, selections, condition, and rules over rules.
///
/// Decision: a parsed rule is plain data; nothing in it knows how it will be matched.
/// Because: the reader must refuse what it does not understand with file and line, and the matcher must be free to index.
/// Price: modifiers are checked when rules are compiled, so a rule can be refused at two places; both keep the reason.
@NullMarked
package dupin.model.sigma;

import org.jspecify.annotations.NullMarked;
