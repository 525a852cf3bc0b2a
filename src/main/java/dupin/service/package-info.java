/// What a user can ask for: opening a case, importing, investigating, deciding; transactions, workers and the change
/// feed. The composition root of everything below the window. No JavaFX.
@NullMarked
package dupin.service;

import org.jspecify.annotations.NullMarked;
