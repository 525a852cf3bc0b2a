package dupin.service;

import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.model.Alert;
import dupin.model.EventLink;
import dupin.model.Imported;
import dupin.model.TelemetryEvent;
import dupin.store.AliasIndex;

/// Reads a file only for what it says of names: which keys mean one thing.
record AliasReading(Source source, AliasIndex aliases, Progress progress) implements Sink {

    @Override
    public void accept(Imported item) {
        learn(aliases, item);
    }

    static void learn(AliasIndex aliases, Imported item) {
        switch (item) {
            case Imported.OfAlert(Alert alert, _) -> alert.evidence().forEach(e -> aliases.learn(e.entity()));
            case Imported.OfEvent(TelemetryEvent event) -> {
                for (EventLink link : event.links()) {
                    aliases.learn(link.entity());
                }
            }
            case Imported.OfIncident _, Imported.OfInvestigation _, Imported.OfAction _, Imported.Rejected _ -> {}
        }
    }

    @Override
    public void progress(long bytesRead) {
        progress.check();
        progress.report("Learning names from " + source.name(), bytesRead, source.size());
    }
}
