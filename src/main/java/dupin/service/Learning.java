package dupin.service;

import dupin.intake.Sink;
import dupin.model.Imported;
import dupin.store.AliasIndex;

/// Hands on what it is given and learns which keys mean one thing.
record Learning(Sink sink, AliasIndex names) implements Sink {

    @Override
    public void accept(Imported item) {
        AliasReading.learn(names, item);
        sink.accept(item);
    }

    @Override
    public void progress(long bytesRead) {
        sink.progress(bytesRead);
    }
}
