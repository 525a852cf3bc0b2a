/// Windows events: binary event logs (EVTX) and the shapes in which shippers write the same events as JSON. Every shape
/// becomes a [dupin.intake.windows.WindowsRecord], and from there one mapper makes telemetry and one function makes what
/// detection rules read.
///
/// - **Decision** Binary XML goes straight to a record; no XML is written or parsed. **Because** a parser would resolve what a
///   hostile log tells it to, and building text to parse it again costs most of the time. **Price** the reader is ours to keep.
/// - **Decision** The sensor's own clock (`UtcTime`) counts before the event's creation time, and the shipper's time counts
///   last. **Because** shippers write local time as UTC, and a sensor's rows must agree among themselves. **Price** two logs
///   of one machine may stand hours apart when its shipper did that; both times are kept as attributes.
/// - **Decision** A process that a sensor names by GUID is known by it, and by PID and creation time as well where its start
///   was seen. **Because** PIDs are used again. **Price** events that name only a PID join their process by time alone.
/// - **Decision** JSON, and a binary log whose first megabyte holds several channels, are read twice. **Because** rows of the
///   other channels name a PID, and which process had it stands in the sensor's rows, before or behind them. **Price** such a
///   file takes twice its time, and a binary log that shows one channel for a megabyte first is not joined so.
/// - **Decision** Audited registry values, connections and process ends also bear the sensor's field names. **Because** rules
///   for these categories name no log. **Price** the volume of a connection's program is taken for `C:`.
/// - **Decision** Events that no mapping knows are kept with device, account and process. **Because** rules and analysts ask for
///   what the program has no word for. **Price** they cost their place in the store.
@NullMarked
package dupin.intake.windows;

import org.jspecify.annotations.NullMarked;
