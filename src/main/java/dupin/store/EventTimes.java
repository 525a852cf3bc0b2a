package dupin.store;

/// Told when telemetry rows happened, without the rows themselves.
@FunctionalInterface
public interface EventTimes {

    /// @param ticks of 100 ns since 1970
    /// @param number of the row in this store, the same in every answer
    void row(long ticks, long number);
}
