package dupin.store;

/// A telemetry file of the store and the numbers that its events have.
///
/// @param lastSegment the last segment that its load had finished
/// @param inOrder whether its rows came in order, so that a row can be found by halving
record LoadedFile(
        int id,
        String sha256,
        long firstEvent,
        long events,
        long entities,
        long links,
        int lastSegment,
        boolean inOrder) {

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
