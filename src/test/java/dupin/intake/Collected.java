package dupin.intake;

import dupin.model.Imported;
import java.util.ArrayList;
import java.util.List;

/// A sink that keeps all.
public record Collected(List<Imported> records) implements Sink {

    public Collected() {
        this(new ArrayList<>());
    }

    @Override
    public void accept(Imported record) {
        records.add(record);
    }

    @Override
    public void progress(long bytesRead) {}

    public <T extends Imported> List<T> all(Class<T> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<Imported.Rejected> rejects() {
        return all(Imported.Rejected.class);
    }
}
