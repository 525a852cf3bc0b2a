package dupin.store;

import dupin.model.Entity;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The running load of one file: events go into blocks as they come, what they show is gathered and written a segment at
/// a time, and one last transaction makes all of it count.
final class FileLoad implements EventLoader {

    /// Entity forms that are kept, so that a form is put into words once.
    private static final int FORMS = 100_000;

    private static final int BLOCKS_AT_ONCE = 16;

    private final TelemetryFiles telemetry;
    private final Database database;
    private final AliasIndex aliases;
    private final String sha256;
    private final int fileId;
    private final long firstEvent;
    private final SegmentWriter segments;

    private BlockWriter block;
    private final BlockWriter[] gathered = new BlockWriter[BLOCKS_AT_ONCE];
    private int gatheredCount;
    private long nextBlock;
    private long nextEvent;
    private long lastRow = Long.MIN_VALUE;
    private boolean inOrder = true;
    private long links;
    private Segment segment;
    private final Map<Entity, EntityForm> forms = new HashMap<>();
    private boolean ended;

    FileLoad(
            TelemetryFiles telemetry,
            Database database,
            AliasIndex aliases,
            Words words,
            String sha256,
            int fileId,
            Committed from) {
        this.telemetry = telemetry;
        this.database = database;
        this.aliases = aliases;
        this.sha256 = sha256;
        this.fileId = fileId;
        this.firstEvent = from.nextEvent();
        this.nextEvent = firstEvent;
        this.nextBlock = firstEvent / EntityIds.BLOCK;
        this.segments = new SegmentWriter(database, from);
        this.segment = new Segment(nextEvent);
        for (int i = 0; i < BLOCKS_AT_ONCE; i++) {
            gathered[i] = new BlockWriter(words);
        }
        this.block = gathered[0];
    }

    @Override
    public void add(TelemetryEvent event) {
        refuseAfterEnd();
        inOrder &= event.row().row() >= lastRow;
        lastRow = event.row().row();
        segment.event(event.kind(), Ticks.of(event.time()));
        List<EventLink> parts = event.links();
        var shown = new EntityForm[parts.size()];
        SeenEntity device = null;
        for (int i = 0; i < shown.length; i++) {
            shown[i] = form(parts.get(i).entity());
            if (device == null
                    && parts.get(i).role() == LinkRole.DEVICE
                    && parts.get(i).entity() instanceof Entity.Device) {
                device = shown[i].entity;
            }
        }
        file(event, shown, device);
        block.add(event, shown, nextBlock + gatheredCount);
        nextEvent++;
        if (block.count() == EntityIds.BLOCK) {
            endBlock();
        }
        if (segment.full()) {
            endSegment(LoadProgress.SILENT);
        }
    }

    private void file(TelemetryEvent event, EntityForm[] shown, @Nullable SeenEntity device) {
        List<EventLink> parts = event.links();
        for (int i = 0; i < shown.length; i++) {
            SeenEntity entity = shown[i].entity;
            segment.link(entity, parts.get(i).role().ordinal());
            entity.on(device);
            links++;
        }
        if (device != null) {
            device.deviceKinds |= 1L << event.kind().ordinal();
        }
    }

    private EntityForm form(Entity entity) {
        EntityForm known = forms.get(entity);
        if (known != null) {
            return known;
        }
        if (forms.size() >= FORMS) {
            forms.clear();
        }
        var seen = segment.entity(aliases.resolve(entity.key()));
        var form = new EntityForm(entity, seen);
        seen.sight(entity, form.json);
        forms.put(entity, form);
        return form;
    }

    private void endBlock() {
        gatheredCount++;
        if (gatheredCount == BLOCKS_AT_ONCE) {
            writeBlocks();
        } else {
            block = gathered[gatheredCount];
        }
    }

    private void writeBlocks() {
        database.write(handle -> {
            for (int i = 0; i < gatheredCount; i++) {
                BlockRows.put(handle, nextBlock + i, gathered[i]);
            }
            telemetry.words().store(handle);
            return gatheredCount;
        });
        nextBlock += gatheredCount;
        for (BlockWriter written : gathered) {
            written.clear();
        }
        gatheredCount = 0;
        block = gathered[0];
    }

    private void endSegment(LoadProgress progress) {
        if (segment.events() > 0) {
            segments.write(segment, progress);
        }
        segment = new Segment(nextEvent);
        forms.clear();
    }

    @Override
    public Loaded commit(LoadProgress progress) {
        refuseAfterEnd();
        if (block.count() > 0) {
            gatheredCount++;
        }
        if (gatheredCount > 0) {
            writeBlocks();
        }
        endSegment(progress);
        var file =
                new LoadedFile(
                        fileId,
                        sha256,
                        firstEvent,
                        nextEvent - firstEvent,
                        segments.newEntities(),
                        links,
                        segments.segment(),
                        inOrder);
        ended = true;
        telemetry.finish(file, segments.places());
        return file.loaded();
    }

    @Override
    public void rollback() {
        if (!ended) {
            ended = true;
            telemetry.abandon();
        }
    }

    @Override
    public void close() {
        rollback();
    }

    private void refuseAfterEnd() {
        if (ended) {
            throw new IllegalStateException("the load of " + sha256 + " has ended");
        }
    }
}
