package dupin.model;

import java.util.List;

/// What one file gave. Rejects are listed up to a bound; `rejectCount` is exact.
///
/// @param format the recognised format's name, for example `Microsoft Graph security incidents`
/// @param read records read, rejected ones included
/// @param duplicates records that the case already held unchanged
/// @param millis time taken
/// @param batch files imported together share it: what one of them says of names holds for all of them
public record ImportReceipt(
        String fileName,
        String sha256,
        long bytes,
        String format,
        long read,
        long alerts,
        long incidents,
        long investigations,
        long actions,
        long events,
        long entities,
        long duplicates,
        long rejectCount,
        List<Imported.Rejected> rejects,
        long millis,
        long batch) {

    /// How many rejects a receipt lists.
    public static final int MAX_LISTED = 100;

    /// A receipt outside any batch.
    public ImportReceipt(
            String fileName,
            String sha256,
            long bytes,
            String format,
            long read,
            long alerts,
            long incidents,
            long investigations,
            long actions,
            long events,
            long entities,
            long duplicates,
            long rejectCount,
            List<Imported.Rejected> rejects,
            long millis) {
        this(
                fileName,
                sha256,
                bytes,
                format,
                read,
                alerts,
                incidents,
                investigations,
                actions,
                events,
                entities,
                duplicates,
                rejectCount,
                rejects,
                millis,
                0);
    }

    public ImportReceipt {
        rejects = List.copyOf(rejects);
    }
}
