package dupin.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// What markup shows and where it leads, read as text: nothing is rendered or loaded.
///
/// @param text what a reader sees
/// @param hidden signs that a reader does not see although they are text
/// @param images where each image lies
/// @param forms where its forms send to
record HtmlView(String text, int hidden, List<Link> links, List<String> images, List<String> forms, boolean password) {
    private static final int LONGEST = 1_000_000;
    private static final int MOST_LINKS = 400;
    private static final Pattern HIDING =
            Pattern.compile(
                    "display:none|visibility:hidden|font-size:0(?![.\\d]*[1-9])|max-height:0|opacity:0(?![.\\d]*[1-9])|font-size:1px|mso-hide:all");

    /// @param shown text of the link, "" for an image
    /// @param part `html`, `form`, `area`, `refresh`, `text` or the attachment's name
    record Link(String url, String shown, String part) {}

    static HtmlView of(String html) {
        String bounded = html.length() > LONGEST ? html.substring(0, LONGEST) : html;
        Document document = Jsoup.parse(bounded);
        var text = new StringBuilder();
        int hidden = visible(document, text);
        var links = new ArrayList<Link>();
        for (Element a : document.select("a[href]")) {
            add(links, a.attr("href"), a.text(), "html");
        }
        for (Element area : document.select("area[href]")) {
            add(links, area.attr("href"), "", "area");
        }
        for (Element meta : document.select("meta[http-equiv=refresh]")) {
            int url = meta.attr("content").toLowerCase(Locale.ROOT).indexOf("url=");
            add(links, url < 0 ? "" : meta.attr("content").substring(url + 4).replaceAll("['\"]", ""), "", "refresh");
        }
        var forms = new ArrayList<String>();
        for (Element form : document.select("form")) {
            forms.add(form.attr("action").strip());
            add(links, form.attr("action"), "", "form");
        }
        return new HtmlView(
                text.toString(),
                hidden,
                List.copyOf(links),
                images(document),
                List.copyOf(forms.subList(0, Math.min(20, forms.size()))),
                !document.select("input[type=password]").isEmpty());
    }

    private static List<String> images(Document document) {
        var images = new ArrayList<String>();
        for (Element image : document.select("img, [background]")) {
            String source = image.hasAttr("src") ? image.attr("src") : image.attr("background");
            if (images.size() < MOST_LINKS) {
                images.add(source.length() > 500 ? source.substring(0, 500) : source.strip());
            }
        }
        return List.copyOf(images);
    }

    private static void add(List<Link> links, String url, String shown, String part) {
        String target = url.strip().replaceAll("[\\r\\n\\t]", "");
        if (!target.isEmpty() && links.size() < MOST_LINKS) {
            links.add(new Link(target, shown.strip(), part));
        }
    }

    private static int visible(Document document, StringBuilder text) {
        var counter = new Visitor(text);
        document.traverse(counter);
        return counter.hidden;
    }

    private static final class Visitor implements NodeVisitor {
        private final StringBuilder text;
        private int hidden;
        private int hidingDepth = -1;

        Visitor(StringBuilder text) {
            this.text = text;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element && hidingDepth < 0 && hides(element)) {
                hidingDepth = depth;
            } else if (node instanceof TextNode words) {
                String shown = words.text();
                if (hidingDepth < 0) {
                    text.append(shown).append(' ');
                } else if (!(words.parent() instanceof Element parent && technical(parent.normalName()))) {
                    hidden += shown.strip().length();
                }
            } else if (node instanceof Element element && element.isBlock()) {
                text.append('\n');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (depth == hidingDepth) {
                hidingDepth = -1;
            }
        }

        private static boolean technical(String name) {
            return name.equals("style") || name.equals("script") || name.equals("title") || name.equals("head");
        }

        private static boolean hides(Element element) {
            if (technical(element.normalName())) {
                return true;
            }
            String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
            return element.hasAttr("hidden") || !style.isEmpty() && HIDING.matcher(style).find();
        }
    }
}
