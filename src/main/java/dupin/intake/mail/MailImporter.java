package dupin.intake.mail;

import dupin.intake.Head;
import dupin.intake.ImportRefusedException;
import dupin.intake.Importer;
import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.model.Imported;
import dupin.model.RowRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Messages as they were sent (`.eml`), and mailbox files of several. Told by the header, whatever the name.
public final class MailImporter implements Importer {
    /// Most bytes of one file.
    static final int MOST_BYTES = 64 << 20;

    private static final int MOST_MESSAGES = 5_000;
    private static final int MOST_BROKEN = 20;
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][!-9;-~]{0,70}\\s?:.*", Pattern.DOTALL);
    private static final Set<String> TELLING =
            Set.of(
                    "received",
                    "from",
                    "to",
                    "subject",
                    "date",
                    "message-id",
                    "mime-version",
                    "content-type",
                    "return-path",
                    "delivered-to",
                    "reply-to",
                    "authentication-results",
                    "dkim-signature");

    @Override
    public String format() {
        return "Email messages (.eml, .mbox)";
    }

    @Override
    public int recognises(Head head) {
        String text = head.text();
        if (text.startsWith("From ")) {
            text = text.substring(text.indexOf('\n') + 1);
        }
        int telling = 0;
        int broken = 0;
        for (var lines = text.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t' || line.startsWith(">From ")) {
                continue;
            }
            if (!HEADER.matcher(line).matches()) {
                // Some programs break their own headers; the first lines must be right.
                broken++;
                if (telling < 2 || broken > MOST_BROKEN) {
                    return 0;
                }
                continue;
            }
            String name = line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT);
            telling += TELLING.contains(name) ? 1 : 0;
        }
        return telling >= 3 ? 85 : telling == 2 ? 40 : 0;
    }

    @Override
    public void read(Source source, Sink sink) throws IOException, ImportRefusedException {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new ImportRefusedException(
                    source.name()
                            + " is larger than "
                            + (MOST_BYTES >> 20)
                            + " MiB; split the mailbox and import its messages.");
        }
        var rows = new Rows(source);
        int from = start(bytes, 0);
        boolean mailbox = from > 0 && bytes[0] == 'F';
        for (int count = 0; from < bytes.length; count++) {
            if (count == MOST_MESSAGES) {
                sink.accept(
                        new Imported.Rejected(
                                from,
                                "after byte " + from,
                                "More than " + MOST_MESSAGES + " messages: the rest was not read."));
                return;
            }
            int end = mailbox ? nextMessage(bytes, from) : bytes.length;
            message(Arrays.copyOfRange(bytes, from, end), rows, sink);
            from = end < bytes.length ? start(bytes, end) : end;
            sink.progress(from);
        }
    }

    private static void message(byte[] bytes, Rows rows, Sink sink) throws IOException {
        List<Imported> records = Submission.read(MailParser.parse(bytes), MailParser.sha256(bytes), rows::at);
        rows.taken(records.size());
        records.forEach(sink::accept);
    }

    /// Rows of one file are numbered on.
    private static final class Rows {
        private final Source source;
        private long next;

        Rows(Source source) {
            this.source = source;
            this.next = source.firstRow();
        }

        RowRef at(long offset) {
            return new RowRef(source.sha256(), next + offset);
        }

        void taken(int records) {
            next += records;
        }
    }

    /// Where the header begins, after the line that a mailbox puts before each message.
    private static int start(byte[] bytes, int at) {
        if (!is(bytes, at, "From ")) {
            return at;
        }
        int i = at;
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        return Math.min(bytes.length, i + 1);
    }

    private static int nextMessage(byte[] bytes, int from) {
        for (int i = from; i < bytes.length - 6; i++) {
            if (bytes[i] == '\n' && is(bytes, i + 1, "From ") && blankBefore(bytes, i) && dated(bytes, i + 1)) {
                return i + 1;
            }
        }
        return bytes.length;
    }

    private static boolean blankBefore(byte[] bytes, int newline) {
        int i = newline - 1;
        i -= i >= 0 && bytes[i] == '\r' ? 1 : 0;
        return i >= 0 && bytes[i] == '\n';
    }

    private static boolean dated(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n' && end - at < 200) {
            end++;
        }
        String line = new String(bytes, at, end - at, java.nio.charset.StandardCharsets.ISO_8859_1);
        return line.matches(".*\\d{1,2}:\\d{2}.*\\d{4}.*");
    }

    private static boolean is(byte[] bytes, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= bytes.length || bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
