package dupin.store;

/// A telemetry file of the store and the numbers that its events have.
record LoadedFile(int id, String sha256, long firstEvent, long events, long entities, long links) {

    Loaded loaded() {
        return new Loaded(sha256, events, entities, links);
    }

    long firstBlock() {
        return firstEvent / EntityIds.BLOCK;
    }

    long blocks() {
        return (events + EntityIds.BLOCK - 1) / EntityIds.BLOCK;
    }
}
