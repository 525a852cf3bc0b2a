/// What happened, on one axis of time: lanes by entity, marks by clock, the rows of the stretch that is looked at.
///
/// - **Decision** The four clocks are four kinds of marks that can be taken away, never one line. **Because** when something
///   happened, was seen, came in and was decided are four truths. **Price** marks that need a legend.
/// - **Decision** Rows are drawn as counts and listed up to a bound, both only for the stretch in sight. **Because** a
///   million rows neither fit a screen nor a heap. **Price** to read all of a dense hour one has to go on through it.
/// - **Decision** What is panned is drawn at once from counts that are there, finer ones follow. **Because** the hand must
///   not wait for the store. **Price** the picture is coarse for a moment.
@NullMarked
package dupin.ui.timeline;

import org.jspecify.annotations.NullMarked;
