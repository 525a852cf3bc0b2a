/// Archives of exports: gzip of one file, zip, tar and packed tar of several. A member is imported as if it were a file of its own.
///
/// - **Decision** Members are unpacked while they are read and never written to disk. **Because** a hostile archive then fills
///   nothing. **Price** an archive is unpacked from its start for each large member and each batch of small ones; the number
///   of both is bounded.
@NullMarked
package dupin.intake.archive;

import org.jspecify.annotations.NullMarked;
