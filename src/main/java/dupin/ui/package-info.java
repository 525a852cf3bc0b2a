/// The window put together: which view tells which, what a case brings and takes with it, and the start of the toolkit.
///
/// - **Decision** Everything of a case's screen lives in one [dupin.ui.CaseView], closed as a whole. **Because** nothing
///   of one case may show in the next. **Price** switching cases builds the pages anew.
/// - **Decision** The window shows first, the case is opened behind it. **Because** a journal may be long. **Price** pages
///   must say that they wait.
@NullMarked
package dupin.ui;

import org.jspecify.annotations.NullMarked;
