package dupin.intake;

import dupin.intake.formats.Formats;
import dupin.model.Alert;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import dupin.model.Imported;
import dupin.model.ProviderIncident;
import java.io.IOException;
import java.util.List;

/// What a text gives when it is imported as whatever it is.
public record Records(String format, List<Imported> all) {

    public static Records of(String text) throws IOException, ImportRefusedException {
        return of(Texts.of(text));
    }

    public static Records of(Source source) throws IOException, ImportRefusedException {
        var sink = new Collected();
        Importer importer = Formats.all().choose(source);
        importer.read(source, sink);
        return new Records(importer.format(), sink.records());
    }

    public <T extends Imported> List<T> all(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<Alert> alerts() {
        return all(Imported.OfAlert.class).stream().map(Imported.OfAlert::alert).toList();
    }

    public Alert alert() {
        return alerts().getFirst();
    }

    public ProviderIncident incident() {
        return all(Imported.OfIncident.class).getFirst().incident();
    }

    public List<String> keys() {
        return alert().evidence().stream().map(Evidence::entity).map(e -> e.key()).map(EntityKey::toString).toList();
    }
}
