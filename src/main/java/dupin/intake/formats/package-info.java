/// The list of all formats that are read: the one place that knows every importer.
@NullMarked
package dupin.intake.formats;

import org.jspecify.annotations.NullMarked;
