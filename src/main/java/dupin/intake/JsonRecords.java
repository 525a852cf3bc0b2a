package dupin.intake;

import dupin.model.Imported;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Streams the records of a JSON file into a sink, whatever they are wrapped in: one object per line, an array,
/// `{"value":[…]}` and its like, a bare object, several objects one after the other.
///
/// - In a file of lines a malformed line is rejected and the next one is read.
/// - Elsewhere malformed JSON ends the file: one reject with the place; what came before is kept.
/// - A record that its reader cannot use is rejected and the next one is read.
public final class JsonRecords {
    private static final int PROGRESS_STEP = 1 << 20;

    private final Source source;
    private final Sink sink;
    private final RecordReader reader;
    private long index;
    private long delivered;
    private long reported;
    private String firstFault = "";

    private JsonRecords(Source source, Sink sink, RecordReader reader) {
        this.source = source;
        this.sink = sink;
        this.reader = reader;
        this.index = source.firstRow();
    }

    /// Reads the whole file on the calling thread.
    ///
    /// @throws ImportRefusedException when not one record of the file can be read
    /// @throws IOException when the file itself cannot be read
    /// @throws java.util.concurrent.CancellationException when the sink says so
    public static void read(Source source, Sink sink, RecordReader reader) throws IOException, ImportRefusedException {
        new JsonRecords(source, sink, reader).read();
    }

    private void read() throws IOException, ImportRefusedException {
        try {
            LineShape shape = LineShape.of(source);
            if (shape.firstWhole() && shape.mostlyWhole() || !tokens(shape.mostlyWhole())) {
                JsonLines.read(source, this::line);
            }
        } catch (BadContentException e) {
            fault(reported, "after byte " + reported, "The rest was not read: " + e.getMessage());
        }
        if (delivered == 0 && !firstFault.isEmpty()) {
            throw new ImportRefusedException(source.name() + " holds no record that can be read. " + firstFault);
        }
        progress(source.size(), true);
    }

    private void line(long number, long offset, byte[] bytes, int length) {
        String place = "line " + number;
        if (length < 0) {
            fault(offset, place, "The line is longer than " + JsonLines.MAX_LINE + " bytes.");
            index++;
        } else {
            try (JsonParser parser = Json.MAPPER.createParser(bytes, 0, length)) {
                if (parser.nextToken() != null) {
                    records(new JsonTree(parser).read(), offset, place);
                }
            } catch (JacksonException e) {
                fault(offset, place, "The line is not valid JSON: " + reason(e));
                index++;
            } catch (BadRecordException e) {
                fault(offset, place, "The record was left out because " + e.reason() + ".");
                index++;
            }
        }
        progress(offset + Math.max(0, length), false);
    }

    /// A line may itself wrap records, as the batches of an event hub do.
    private void records(JsonNode node, long offset, String place) {
        JsonNode list = node.isArray() ? node : Wrapping.list(node);
        if (list == null) {
            record(node, offset, place);
        } else {
            list.forEach(element -> record(element, offset, place));
        }
    }

    /// @param orElseLines whether to give up silently when the file breaks before its first record
    /// @return false when it gave up
    private boolean tokens(boolean orElseLines) throws IOException {
        try (InputStream in = TextStream.open(source);
                JsonParser parser = Json.MAPPER.createParser(in)) {
            try {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token == JsonToken.START_ARRAY) {
                        array(parser);
                    } else if (token == JsonToken.START_OBJECT) {
                        object(parser);
                    } else {
                        throw new BadRecordException("neither an object nor a list stands at the top of the file");
                    }
                }
            } catch (BadRecordException e) {
                if (orElseLines && delivered == 0 && firstFault.isEmpty()) {
                    return false;
                }
                long offset = parser.currentTokenLocation().getByteOffset();
                fault(offset, place(parser), "The rest was not read: " + e.reason() + ".");
            } catch (JacksonIOException e) {
                throw e.getCause();
            } catch (JacksonException e) {
                if (orElseLines && delivered == 0 && firstFault.isEmpty()) {
                    return false;
                }
                long offset = Math.max(0, parser.currentLocation().getByteOffset());
                String kept = " The " + delivered + " records before it were kept, the rest was not read.";
                fault(offset, place(parser), "Not valid JSON: " + reason(e) + "." + kept);
            }
        }
        return true;
    }

    private void array(JsonParser parser) {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            element(parser);
        }
    }

    private void element(JsonParser parser) {
        long offset = parser.currentTokenLocation().getByteOffset();
        int depth = parser.streamReadContext().getParent().getNestingDepth();
        JsonNode node;
        try {
            node = new JsonTree(parser).read();
        } catch (BadRecordException e) {
            fault(offset, "record " + (index + 1), "The record was left out because " + e.reason() + ".");
            index++;
            while (parser.streamReadContext().getNestingDepth() > depth && parser.nextToken() != null) {
                progress(parser.currentLocation().getByteOffset(), false);
            }
            return;
        }
        record(node, offset, "record " + (index + 1));
        progress(parser.currentLocation().getByteOffset(), false);
    }

    /// A wrapper's records are handed on while they are read; a record is built whole.
    private void object(JsonParser parser) {
        long offset = parser.currentTokenLocation().getByteOffset();
        var tree = new JsonTree(parser);
        ObjectNode fields = Json.MAPPER.createObjectNode();
        boolean wrapper = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY && Wrapping.mayList(name) && (wrapper || Wrapping.anonymous(fields))) {
                wrapper = true;
                array(parser);
            } else if (wrapper) {
                parser.skipChildren();
            } else {
                tree.property(fields, name);
            }
        }
        JsonNode alerts = wrapper ? null : Wrapping.loneAlerts(fields);
        if (alerts != null) {
            alerts.forEach(alert -> record(alert, offset, "record " + (index + 1)));
        } else if (!wrapper) {
            record(fields, offset, "record " + (index + 1));
        }
    }

    private void record(JsonNode node, long offset, String place) {
        JsonNode whole = node.isString() ? Json.parse(node.stringValue()) : node;
        Iterable<Imported> read;
        try {
            if (!whole.isObject()) {
                throw new BadRecordException("A record must be a JSON object; this is " + Fields.kindOf(node) + ".");
            }
            read = reader.read(new JsonRecord(index, offset, place, whole));
        } catch (BadRecordException e) {
            read = List.of(new Imported.Rejected(offset, place, e.reason()));
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            String what = e.getClass().getSimpleName();
            read =
                    List.of(
                            new Imported.Rejected(
                                    offset, place, "The record is not in the expected shape (" + what + ")."));
        }
        index++;
        delivered++;
        read.forEach(sink::accept);
    }

    private void fault(long offset, String place, String reason) {
        if (firstFault.isEmpty()) {
            firstFault = "At " + place + ": " + reason;
        }
        sink.accept(new Imported.Rejected(offset, place, reason));
    }

    private void progress(long position, boolean done) {
        if (done || position - reported >= PROGRESS_STEP) {
            reported = position;
            sink.progress(position);
        }
    }

    private static String place(JsonParser parser) {
        var at = parser.currentLocation();
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        String line = message.lines().findFirst().orElse("unreadable");
        String clean = line.replaceAll("\\s*\\(from `?[\\w.]+`?\\)", "").strip();
        return clean.length() > 200 ? clean.substring(0, 200) + "…" : clean;
    }
}
