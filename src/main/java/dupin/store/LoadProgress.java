package dupin.store;

/// Told how far the last part of a load is, on the loading thread.
@FunctionalInterface
public interface LoadProgress {
    LoadProgress SILENT = (done, total) -> {};

    void at(long done, long total);
}
