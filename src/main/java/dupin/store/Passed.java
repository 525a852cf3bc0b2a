package dupin.store;

/// Told of rows that a scan passes over without reading them.
public interface Passed {
    Passed UNSAID =
            new Passed() {
                @Override
                public void rows(int count) {}

                @Override
                public void attribute(String name) {}
            };

    /// @param count rows that were passed over since the last one that was shown
    void rows(int count);

    /// One of these rows, or one beside them, has an attribute of this name.
    void attribute(String name);
}
