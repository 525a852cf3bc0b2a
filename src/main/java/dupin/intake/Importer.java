package dupin.intake;

import java.io.IOException;

/// Reads one format.
public interface Importer {

    /// What the receipt calls the format, for example `Microsoft Graph security alerts (alerts_v2)`.
    String format();

    /// How sure this importer is that the file is its own, from the file's first bytes: 0 not at all, 100 certain.
    int recognises(Head head);

    /// Streams the file's records into the sink, in file order. Bad records go to [Sink#accept] as
    /// [dupin.model.Imported.Rejected].
    ///
    /// @throws IOException when the file itself cannot be read
    /// @throws ImportRefusedException when nothing of it can be used; the message is a sentence for the user
    /// @throws java.util.concurrent.CancellationException when the sink says so
    void read(Source source, Sink sink) throws IOException, ImportRefusedException;
}
