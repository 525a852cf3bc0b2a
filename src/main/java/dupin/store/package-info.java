/// Where rows rest for querying: H2 behind one JDBC seam and a Lucene index for text. It can be deleted at any time and
/// is rebuilt from the journal and the originals.
@NullMarked
package dupin.store;

import org.jspecify.annotations.NullMarked;
