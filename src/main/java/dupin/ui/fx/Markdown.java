package dupin.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Comments in Markdown as formatted text: headings, lists, quotes, code, bold and italic. Links stand with their address
/// and cannot be clicked; HTML and pictures stand as they were typed. FX thread.
public final class Markdown {
    private static final int LONGEST = 30_000;
    private static final int MOST_LINES = 2_000;
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.+)");
    private static final Pattern ITEM = Pattern.compile("(\\s{0,8})(?:([-*+])|(\\d{1,4})[.)])\\s+(.+)");
    private static final Pattern INLINE =
            Pattern.compile(
                    "`([^`]{1,2000})`|\\*\\*([^*]{1,2000})\\*\\*|__([^_]{1,2000})__|(?<!\\w)[*_]([^*_]{1,2000})[*_](?!\\w)|\\[([^\\]]{1,500})\\]\\(([^)\\s]{1,2000})\\)");

    /// A stretch of text in one look.
    public record Span(String text, Look look) {}

    public enum Look {
        PLAIN,
        BOLD,
        ITALIC,
        CODE
    }

    private Markdown() {}

    public static VBox of(String source) {
        var box = new VBox(4);
        box.getStyleClass().add("markdown");
        List<String> lines = lines(source);
        var paragraph = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.strip().startsWith("```")) {
                flush(box, paragraph);
                var code = new ArrayList<String>();
                while (++i < lines.size() && !lines.get(i).strip().startsWith("```")) {
                    code.add(lines.get(i));
                }
                box.getChildren().add(code(String.join("\n", code)));
                continue;
            }
            Matcher heading = HEADING.matcher(line);
            Matcher item = ITEM.matcher(line);
            if (line.isBlank()) {
                flush(box, paragraph);
            } else if (heading.matches()) {
                flush(box, paragraph);
                box.getChildren().add(flow(heading.group(2), "markdown-heading"));
            } else if (item.matches()) {
                flush(box, paragraph);
                box.getChildren().add(item(item));
            } else if (line.stripLeading().startsWith(">")) {
                flush(box, paragraph);
                box.getChildren().add(flow(line.stripLeading().substring(1).strip(), "markdown-quote"));
            } else {
                paragraph.add(line);
            }
        }
        flush(box, paragraph);
        return box;
    }

    /// At most so many; what a line holds cannot break out of it.
    private static List<String> lines(String source) {
        String whole = source.length() > LONGEST ? source.substring(0, LONGEST) + "…" : source;
        return whole.lines().limit(MOST_LINES).map(Elide::oneLine).toList();
    }

    private static void flush(VBox box, List<String> paragraph) {
        if (!paragraph.isEmpty()) {
            box.getChildren().add(flow(String.join("\n", paragraph), "markdown-text"));
            paragraph.clear();
        }
    }

    private static Node item(Matcher item) {
        var mark = new Label(item.group(2) == null ? item.group(3) + "." : "•");
        mark.getStyleClass().add("markdown-mark");
        var text = flow(item.group(4), "markdown-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(6, mark, text);
        line.setPadding(new javafx.geometry.Insets(0, 0, 0, 8 + 8.0 * item.group(1).length()));
        return line;
    }

    private static Node code(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("mono", "markdown-code");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static TextFlow flow(String text, String style) {
        var flow = new TextFlow();
        flow.getStyleClass().add(style);
        for (Span span : spans(text)) {
            var part = new Text(span.text());
            part.getStyleClass().add("markdown-" + span.look().name().toLowerCase(java.util.Locale.ROOT));
            flow.getChildren().add(part);
        }
        return flow;
    }

    /// A line's stretches, with their marks taken away.
    public static List<Span> spans(String line) {
        var spans = new ArrayList<Span>();
        Matcher found = INLINE.matcher(line);
        int at = 0;
        while (found.find()) {
            add(spans, line.substring(at, found.start()), Look.PLAIN);
            if (found.group(1) != null) {
                add(spans, found.group(1), Look.CODE);
            } else if (found.group(2) != null) {
                add(spans, found.group(2), Look.BOLD);
            } else if (found.group(3) != null) {
                add(spans, found.group(3), Look.BOLD);
            } else if (found.group(4) != null) {
                add(spans, found.group(4), Look.ITALIC);
            } else {
                add(spans, found.group(5) + " (" + found.group(6) + ")", Look.PLAIN);
            }
            at = found.end();
        }
        add(spans, line.substring(at), Look.PLAIN);
        return spans;
    }

    private static void add(List<Span> spans, String text, Look look) {
        if (!text.isEmpty()) {
            spans.add(new Span(text, look));
        }
    }
}
