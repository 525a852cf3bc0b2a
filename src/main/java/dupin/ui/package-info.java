/// The window put together: which view tells which, what a case brings and takes with it, and the start of the toolkit.
///
/// - **Decision** Everything of a case's screen lives in one [dupin.ui.CaseView], closed as a whole. **Because** nothing
///   of one case may show in the next. **Price** switching cases builds the pages anew.
/// - **Decision** The window shows first, the case is opened behind it. **Because** a journal may be long. **Price** pages
///   must say that they wait.
/// - **Decision** The workspace reads and commands through a viewpoint that a replay turns to an earlier moment. **Because**
///   graph, tabs, flyout and actions must agree on the moment, and nobody may decide on what was. **Price** a desk and a
///   set of commands that only pass on.
@NullMarked
package dupin.ui;

import org.jspecify.annotations.NullMarked;
