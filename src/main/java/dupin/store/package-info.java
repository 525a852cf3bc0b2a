/// Where rows rest for querying: H2 behind one JDBC seam and a Lucene index for text. It can be deleted at any time and
/// is rebuilt from the journal and the originals.
///
/// How telemetry lies there: the dictionary gives every entity a number. Events stand in blocks of sixty-four, compressed,
/// each entity form once a block; their raw rows lie apart. A *sighting* is one entity in one segment of a load: how often,
/// on which devices, from when to when, its fullest attributes, and its events in order of time, packed. "Where else is
/// this entity seen" is a look at a few neighbouring rows.
///
/// - **Decision** A load only inserts, unindexed and in the order of its numbers; segments carry a number, and one last
///   transaction moves the mark up to which they count. **Because** that is the fastest way into H2, readers need no lock,
///   and an unfinished load is found and removed by its numbers. **Price** an entity of many files has a row for each, so
///   what is asked of it is added up when asked.
/// - **Decision** Events are not rows of a table. **Because** a row each with its links cost ten times the inserts and the
///   space. **Price** SQL cannot filter by their columns; whoever hunts reads blocks.
/// - **Decision** One connection writes and commits at once (`WRITE_DELAY=0`). **Because** that is what survived being
///   killed. **Price** writers wait for each other, a thousand rows at a time.
/// - **Decision** Events keep their entities as the row shows them and get the canonical identity when read.
///   **Because** what names one thing may be learned after the load. **Price** a few look-ups more per answer.
/// - **Decision** Pairs of names stand by thousands in a row, packed. **Because** all are read at every opening, and a row
///   each took the database longer than anything else in it. **Price** SQL cannot look one up.
/// - **Decision** Of very many rows that a question finds, how many there are comes from the sightings, and each end is
///   found without the rest ([dupin.store.EventsFound]). **Because** a list is looked at from an end, and to put a million
///   rows in order takes longer than anybody waits without noticing. **Price** the first look into the middle takes that
///   long.
@NullMarked
package dupin.store;

import org.jspecify.annotations.NullMarked;
