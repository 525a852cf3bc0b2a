package dupin.respond;

import dupin.model.ActionItem;
import dupin.model.ActionType;
import dupin.model.EntityKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The file in which a responder remembers what it did: a JSON object a line, on the disk before anybody is told.
final class EstateLedger implements AutoCloseable {

    static final String EXECUTE = "execute";
    static final String UNDO = "undo";

    /// @param action the attempt, see [dupin.model.RemediationAction#attemptId]
    /// @param effect [#EXECUTE] or [#UNDO]
    /// @param covered what else it took care of
    /// @param before what the target was like; restored by undo
    /// @param items what became of each of several things
    /// @param choice what was chosen of what the type leaves open, see [Effect#choice]
    record Line(
            String action,
            String effect,
            ActionType type,
            EntityKey target,
            @Nullable EntityKey device,
            Instant time,
            boolean completed,
            String details,
            Map<String, String> before,
            List<EntityKey> covered,
            List<ActionItem> items,
            String choice) {
        /// The action whatever the attempt.
        String owner() {
            int cut = action.lastIndexOf('#');
            return cut < 0 ? action : action.substring(0, cut);
        }
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final String what;
    private final FileChannel channel;
    private final List<Line> lines = new ArrayList<>();

    /// @throws EstateException when the file is damaged or cannot be used
    EstateLedger(Path file, String owner) {
        what = "The ledger of the responder \"" + owner + "\", " + file + ",";
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            channel =
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            readAll(file);
        } catch (IOException e) {
            throw new EstateException(what + " cannot be opened: " + e.getMessage() + ".", e);
        }
    }

    List<Line> lines() {
        return lines;
    }

    /// A line without an end was never acknowledged: a crash left it, and it is cut off.
    private void readAll(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(line(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
                start = i + 1;
            }
        }
        if (start < bytes.length) {
            channel.truncate(start);
        }
        channel.position(start);
    }

    private Line line(String text) {
        try {
            JsonNode node = json.readTree(text);
            var before = new TreeMap<String, String>();
            node.path("before").properties().forEach(p -> before.put(p.getKey(), p.getValue().asString("")));
            var covered = new ArrayList<EntityKey>();
            node.path("covered").forEach(key -> covered.add(EntityKey.parse(key.asString(""))));
            var items = new ArrayList<ActionItem>();
            node.path("items")
                    .forEach(item ->
                            items.add(
                                    new ActionItem(
                                            item.path("label").asString(""),
                                            item.path("done").asBoolean(false),
                                            item.path("details").asString(""))));
            String device = node.path("device").asString("");
            return new Line(
                    node.path("action").asString(""),
                    node.path("effect").asString(""),
                    ActionType.valueOf(node.path("type").asString("")),
                    EntityKey.parse(node.path("target").asString("")),
                    device.isEmpty() ? null : EntityKey.parse(device),
                    Instant.parse(node.path("time").asString("")),
                    node.path("completed").asBoolean(false),
                    node.path("details").asString(""),
                    before,
                    covered,
                    items,
                    node.path("choice").asString(""));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new EstateException(
                    what
                            + " is damaged at line "
                            + (lines.size() + 1)
                            + ". Delete it to have the simulated estate made again from the journal; that of a real responder tells what was really done: keep a copy.",
                    e);
        }
    }

    /// @throws EstateException when it could not be made durable; nothing was done then
    void append(Line line) {
        var node = json.createObjectNode();
        node.put("action", line.action()).put("completed", line.completed()).put("details", line.details());
        node.put("device", line.device() == null ? "" : line.device().toString()).put("effect", line.effect());
        node.put("target", line.target().toString())
                .put("time", line.time().toString())
                .put("type", line.type().name());
        var before = node.putObject("before");
        line.before().forEach(before::put);
        if (!line.covered().isEmpty()) {
            var covered = node.putArray("covered");
            line.covered().forEach(key -> covered.add(key.toString()));
        }
        if (!line.choice().isEmpty()) {
            node.put("choice", line.choice());
        }
        for (ActionItem item : line.items()) {
            node.withArray("items")
                    .addObject()
                    .put("label", item.label())
                    .put("done", item.done())
                    .put("details", item.details());
        }
        byte[] bytes = (json.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            long start = channel.position();
            try {
                for (ByteBuffer buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
                    channel.write(buffer);
                }
                channel.force(false);
            } catch (IOException e) {
                channel.truncate(start);
                throw e;
            }
        } catch (IOException e) {
            throw new EstateException(
                    what + " cannot be written: " + e.getMessage() + ". The action was not carried out.", e);
        }
        lines.add(line);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EstateException(what + " could not be closed: " + e.getMessage() + ".", e);
        }
    }
}
