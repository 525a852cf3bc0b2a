package dupin.intake.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/// Reads the bytes of one message, tolerant of what is malformed and within bounds. Stateless.
final class MailParser {
    private static final int MOST_PARTS = 300;
    private static final int DEEPEST = 12;
    private static final int LONGEST_HEADER = 20_000;
    private static final int KEPT_ATTACHMENT_TEXT = 200_000;
    private static final MimeConfig CONFIG =
            MimeConfig.custom()
                    .setStrictParsing(false)
                    .setMaxLineLen(-1)
                    .setMaxHeaderLen(-1)
                    .setMaxHeaderCount(Mail.MOST_HEADERS)
                    .setMaxContentLen(MailImporter.MOST_BYTES)
                    .build();

    private MailParser() {}

    /// What can be read; a message that breaks off gives what came before.
    static Mail parse(byte[] bytes) throws IOException {
        var top = new Mail();
        var messages = new ArrayDeque<Mail>();
        messages.push(top);
        var stream = new MimeTokenStream(CONFIG);
        stream.parse(new ByteArrayInputStream(bytes));
        try {
            walk(stream, messages);
        } catch (MimeException | IllegalArgumentException | IllegalStateException _) {
            // Malformed from here on; what was read until here counts.
            return top;
        }
        return top;
    }

    private static void walk(MimeTokenStream stream, ArrayDeque<Mail> messages) throws IOException, MimeException {
        int parts = 0;
        int depth = 0;
        Part part = new Part();
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MULTIPART -> depth++;
                case T_END_MULTIPART -> depth--;
                case T_START_HEADER -> part = new Part();
                case T_START_BODYPART -> {
                    part = new Part();
                    part.inPart = true;
                }
                case T_START_MESSAGE -> {
                    if (parts > 0 || depth > 0 || part.inPart || !messages.getFirst().headers().isEmpty()) {
                        var inner = new Mail();
                        messages.getFirst().carry(inner);
                        messages.push(inner);
                    }
                    depth++;
                }
                case T_END_MESSAGE -> {
                    depth--;
                    if (messages.size() > 1) {
                        messages.pop();
                    }
                }
                case T_FIELD -> field(stream.getField(), part, messages.getFirst());
                case T_BODY -> {
                    parts++;
                    if (parts > MOST_PARTS || depth > DEEPEST) {
                        return;
                    }
                    body(stream, part, messages.getFirst());
                }
                default -> {}
            }
        }
    }

    /// Header fields of the part that is read.
    private static final class Part {
        boolean inPart;
        String disposition = "";
        String fileName = "";
        String contentId = "";
    }

    private static void field(Field field, Part part, Mail mail) {
        String value = value(field);
        String name = field.getName().strip();
        switch (name.toLowerCase(Locale.ROOT)) {
            case "content-disposition" -> {
                part.disposition = value.toLowerCase(Locale.ROOT);
                part.fileName = fileName(field, part.fileName, "filename");
            }
            case "content-type" -> part.fileName = fileName(field, part.fileName, "name");
            case "content-id" -> part.contentId = value;
            default -> {}
        }
        if (!part.inPart) {
            mail.header(name, value);
        }
    }

    private static String fileName(Field field, String before, String parameter) {
        if (!before.isEmpty()) {
            return before;
        }
        try {
            var body = RawFieldParser.DEFAULT.parseRawBody(new RawField(field.getName(), field.getBody()));
            return body.getParams().stream()
                    .filter(p -> p.getName().toLowerCase(Locale.ROOT).startsWith(parameter))
                    .map(p -> decoded(p.getValue() == null ? "" : p.getValue()))
                    .findFirst()
                    .orElse("");
        } catch (RuntimeException _) {
            return "";
        }
    }

    private static String value(Field field) {
        ByteSequence raw = field.getRaw();
        String line =
                raw == null ? field.getName() + ":" + field.getBody() : decode(bytes(raw), StandardCharsets.UTF_8);
        int colon = line.indexOf(':');
        String body = (colon < 0 ? line : line.substring(colon + 1)).replaceAll("\\r?\\n[ \\t]?", " ").strip();
        return decoded(body.length() > LONGEST_HEADER ? body.substring(0, LONGEST_HEADER) : body);
    }

    private static byte[] bytes(ByteSequence raw) {
        return raw.toByteArray();
    }

    private static String decoded(String value) {
        if (!value.contains("=?")) {
            return value;
        }
        try {
            return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT);
        } catch (RuntimeException _) {
            return value;
        }
    }

    private static void body(MimeTokenStream stream, Part part, Mail mail) throws IOException {
        BodyDescriptor descriptor = stream.getBodyDescriptor();
        byte[] content = content(stream);
        String type = descriptor.getMimeType() == null ? "" : descriptor.getMimeType().toLowerCase(Locale.ROOT);
        boolean attached = part.disposition.startsWith("attachment") || !part.fileName.isEmpty();
        boolean words = type.equals("text/plain") || type.equals("text/html");
        if (words && !attached) {
            String text = decode(content, charset(descriptor.getCharset()));
            if (type.equals("text/html") || looksLikeHtml(text)) {
                mail.html(text);
            } else {
                mail.text(text);
            }
            return;
        }
        String name = part.fileName.isEmpty() ? "" : part.fileName;
        boolean markup =
                name.toLowerCase(Locale.ROOT).matches(".*\\.(s?html?|svg|ics|txt)") || type.startsWith("text/");
        String text =
                markup && content.length <= KEPT_ATTACHMENT_TEXT
                        ? decode(content, charset(descriptor.getCharset()))
                        : "";
        boolean inline = part.disposition.startsWith("inline") || !part.contentId.isEmpty();
        mail.attach(new Mail.Attachment(name, type, content.length, sha256(content), inline, text));
    }

    private static boolean looksLikeHtml(String text) {
        String start = text.stripLeading();
        return start.regionMatches(true, 0, "<html", 0, 5) || start.regionMatches(true, 0, "<!doctype html", 0, 14);
    }

    private static byte[] content(MimeTokenStream stream) throws IOException {
        try (InputStream in = stream.getDecodedInputStream()) {
            return in.readNBytes(MailImporter.MOST_BYTES);
        }
    }

    private static Charset charset(@Nullable String name) {
        if (name == null || name.isBlank() || name.equalsIgnoreCase("us-ascii")) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(ALIASES.getOrDefault(name.toLowerCase(Locale.ROOT), name.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return StandardCharsets.UTF_8;
        }
    }

    private static final Map<String, String> ALIASES = Map.of("utf8", "UTF-8", "cp-850", "IBM850", "gb2312", "GBK");

    /// In the charset where that fits, else as Western text.
    static String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(
                            charset.equals(StandardCharsets.UTF_8)
                                    ? CodingErrorAction.REPORT
                                    : CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
