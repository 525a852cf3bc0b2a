package dupin.intake;

import java.io.IOException;
import java.util.List;

/// Chooses the importer for a file by its content.
///
/// @param all importers in order of preference: of equal certainty the earlier one is taken
public record Importers(List<Importer> all) {
    public Importers {
        all = List.copyOf(all);
    }

    /// @throws ImportRefusedException when no importer knows the file; the sentence says what it looks like and what is read
    public Importer choose(Source source) throws IOException, ImportRefusedException {
        Head head = head(source);
        Importer best = null;
        int certainty = 0;
        for (Importer importer : all) {
            int score = importer.recognises(head);
            if (score > certainty) {
                certainty = score;
                best = importer;
            }
        }
        if (best == null) {
            throw new ImportRefusedException(
                    source.name() + ": " + Looks.like(head) + " Dupin reads: " + formats() + ".");
        }
        return best;
    }

    private static Head head(Source source) throws IOException, ImportRefusedException {
        try {
            return Head.of(source);
        } catch (BadContentException e) {
            throw new ImportRefusedException(source.name() + " cannot be unpacked: " + e.getMessage(), e);
        }
    }

    /// The formats that are read, for the file chooser and for messages.
    public String formats() {
        return String.join("; ", all.stream().map(Importer::format).distinct().toList());
    }
}
