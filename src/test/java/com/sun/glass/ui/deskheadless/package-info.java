/// A desk without a display: JavaFX's own headless platform, with a robot whose mouse behaves as a real one does.
///
/// Decision: `-Dglass.platform=Deskheadless` for all tests; JavaFX finds the factory by this package's name.
/// Because: with the robot of the headless platform, tables do not sort on a click, Ctrl and Shift clicks lose the keys, nothing can be
/// dragged, and windows larger than 1000 × 1000 fail.
/// Price: it extends classes that JavaFX does not promise to keep; look here when JavaFX is upgraded.
package com.sun.glass.ui.deskheadless;
