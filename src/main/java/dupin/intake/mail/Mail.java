package dupin.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One message as it was parsed. Filled by [MailParser]; not for several threads.
final class Mail {
    static final int MOST_HEADERS = 1_000;
    static final int MOST_TEXT = 2_000_000;

    /// @param value unfolded and decoded
    record Header(String name, String value) {}

    /// @param sha256 of the decoded content
    record Attachment(String name, String type, long size, String sha256, boolean inline, String text) {}

    private final List<Header> headers = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Mail> carried = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    void header(String name, String value) {
        if (headers.size() < MOST_HEADERS) {
            headers.add(new Header(name, value));
        }
    }

    void attach(Attachment attachment) {
        attachments.add(attachment);
    }

    void carry(Mail mail) {
        carried.add(mail);
    }

    void text(String part) {
        append(text, part);
    }

    void html(String part) {
        append(html, part);
    }

    private static void append(StringBuilder all, String part) {
        int room = Math.max(0, MOST_TEXT - all.length());
        all.append(part, 0, Math.min(room, part.length())).append('\n');
    }

    /// The first value of the header; "" when absent.
    String first(String name) {
        return headers.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(Header::value).findFirst().orElse("");
    }

    List<String> all(String name) {
        return headers.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(Header::value).toList();
    }

    boolean has(String name) {
        return headers.stream().anyMatch(h -> h.name().equalsIgnoreCase(name));
    }

    List<Header> headers() {
        return headers;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    List<Mail> carried() {
        return carried;
    }

    String text() {
        return text.toString();
    }

    String html() {
        return html.toString();
    }

    /// The message that was meant: the carried one where this says hardly more than that it carries one.
    Mail meant() {
        boolean little = text.toString().strip().length() < 400 && html.length() < 6_000;
        String subject = first("Subject").toLowerCase(Locale.ROOT);
        boolean report = subject.contains("phish") || subject.contains("spam") || subject.contains("suspicious");
        return carried.size() == 1 && (little || report) && !carried.getFirst().headers.isEmpty()
                ? carried.getFirst()
                : this;
    }
}
