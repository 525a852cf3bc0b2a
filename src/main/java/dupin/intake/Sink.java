package dupin.intake;

import dupin.model.Imported;

/// Takes what an importer reads. Called on the importing thread.
public interface Sink {

    void accept(Imported record);

    /// Called now and then with the bytes consumed so far, for progress.
    ///
    /// @throws java.util.concurrent.CancellationException when the import was cancelled
    void progress(long bytesRead);
}
