package dupin.intake.mail;

import dupin.model.Canonical;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a reader sees of a mail, and where its links lead.
///
/// @param text visible words: of the markup where there is some, else the plain text
/// @param addresses mailboxes that links write to
/// @param active links that run script or carry data instead of leading somewhere
record Look(String text, String kind, HtmlView html, List<HtmlView.Link> links, List<String> addresses, int active) {
    private static final Pattern LINK =
            Pattern.compile("(?:https?|ftp)://[^\\s<>\"'\\])}]{3,1500}", Pattern.CASE_INSENSITIVE);
    private static final int MOST = 400;

    static Look of(Mail mail) {
        HtmlView html = HtmlView.of(mail.html());
        var links = new ArrayList<HtmlView.Link>();
        var addresses = new ArrayList<String>();
        int active = 0;
        for (HtmlView.Link link : html.links()) {
            String target = link.url().toLowerCase(Locale.ROOT);
            if (target.startsWith("mailto:")) {
                addresses.add(link.url().substring(7).replaceAll("\\?.*", "").strip());
            } else if (target.startsWith("javascript:") || target.startsWith("data:")) {
                active++;
            } else {
                add(links, link);
            }
        }
        String words = mail.text();
        Matcher matcher = LINK.matcher(words.isBlank() ? html.text() : words);
        while (matcher.find() && links.size() < MOST) {
            String url = matcher.group().replaceAll("[.,;:!?]+$", "");
            add(links, new HtmlView.Link(url, "", "text"));
        }
        for (Mail carried : mail.carried()) {
            // One level: what a carried message carries is not followed.
            for (HtmlView.Link link : HtmlView.of(carried.html()).links()) {
                add(links, new HtmlView.Link(link.url(), link.shown(), "carried message"));
            }
        }
        String seen = mail.html().isBlank() ? words : html.text();
        String kind = mail.html().isBlank() ? words.isBlank() ? "none" : "text" : "html";
        return new Look(seen.replaceAll("\\s+", " ").strip(), kind, html, List.copyOf(links), addresses, active);
    }

    private static void add(List<HtmlView.Link> links, HtmlView.Link link) {
        String target = link.url().toLowerCase(Locale.ROOT);
        boolean leads = target.startsWith("http://") || target.startsWith("https://") || target.startsWith("ftp://");
        if (leads && links.size() < MOST && link.url().length() <= 4_000) {
            links.add(link);
        }
    }

    /// Different targets, each with the first place that shows words for it.
    List<HtmlView.Link> urls(int most) {
        var byTarget = new LinkedHashMap<String, HtmlView.Link>();
        for (HtmlView.Link link : links) {
            byTarget.merge(link.url(), link, (a, b) -> a.shown().isEmpty() && !b.shown().isEmpty() ? b : a);
        }
        return byTarget.values().stream().limit(most).toList();
    }

    void put(Map<String, String> values) {
        values.put("BodyKind", kind);
        values.put("UrlCount", Integer.toString(urls(MOST).size()));
        values.put("ImageCount", Integer.toString(html.images().size()));
        values.put("TextLength", Integer.toString(text.length()));
        values.put("HiddenText", Integer.toString(html.hidden()));
        var hosts = new TreeSet<String>();
        for (String image : html.images()) {
            String host = image.startsWith("http") ? Canonical.urlHost(image) : "";
            if (!host.isEmpty() && hosts.size() < 40) {
                hosts.add(host);
            }
        }
        if (!hosts.isEmpty()) {
            values.put("ImageHosts", String.join(" ", hosts));
        }
        if (!html.forms().isEmpty()) {
            values.put("FormTargets", String.join(" ", html.forms()));
        }
        if (html.password()) {
            values.put("HasPasswordField", "true");
        }
        if (active > 0) {
            values.put("ActiveLinks", Integer.toString(active));
        }
        if (!addresses.isEmpty()) {
            values.put("MailLinks", String.join(" ", addresses.stream().distinct().limit(10).toList()));
        }
    }
}
