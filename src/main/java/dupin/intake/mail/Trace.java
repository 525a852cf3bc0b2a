package dupin.intake.mail;

import dupin.model.Canonical;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a mail came: what the receiving servers found of its sender, and through which machines it went.
///
/// @param spf result word, "" when nobody checked
/// @param dkimDomains domains whose signatures passed
/// @param senderIp address that handed the mail in, "" when nobody says
/// @param hops machines on the way
record Trace(
        String spf,
        String dkim,
        String dmarc,
        String mailFrom,
        List<String> dkimDomains,
        String arc,
        String senderIp,
        int hops) {
    private static final Pattern RESULT =
            Pattern.compile("\\b(spf|dkim|dmarc|compauth)\\s*=\\s*([a-z]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL_FROM =
            Pattern.compile("smtp\\.mailfrom\\s*=\\s*([^\\s;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNED =
            Pattern.compile("header\\.(?:d|i)\\s*=\\s*@?([^\\s;]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLIENT =
            Pattern.compile("(?:client-ip=|sender IP is )\\s*\\[?([0-9a-fA-F:.]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETED = Pattern.compile("[\\[(](?:IPv6:)?([0-9a-fA-F:.]{3,45})[\\])]");

    static Trace of(Mail mail) {
        List<String> results = mail.all("Authentication-Results");
        // The topmost is that of the server that received the mail; those beneath may be the sender's own words.
        String own = results.isEmpty() ? "" : results.getFirst();
        String old = mail.first("ARC-Authentication-Results");
        String spf = result(own, "spf");
        if (spf.isEmpty()) {
            spf = firstWord(mail.first("Received-SPF"));
        }
        String from = found(MAIL_FROM, own);
        return new Trace(
                spf,
                result(own, "dkim"),
                result(own, "dmarc"),
                from.isEmpty() ? Address.first(mail.first("Return-Path")).address() : from,
                signed(own),
                old.isEmpty()
                        ? ""
                        : "spf="
                                + result(old, "spf")
                                + "; dkim="
                                + result(old, "dkim")
                                + "; dmarc="
                                + result(old, "dmarc"),
                source(mail, own),
                mail.all("Received").size());
    }

    /// As analyzers read it; "" when nobody checked anything.
    String words() {
        var words = new ArrayList<String>();
        add(words, "spf", spf);
        add(words, "dkim", dkim);
        add(words, "dmarc", dmarc);
        return String.join("; ", words);
    }

    private static void add(List<String> words, String name, String value) {
        if (!value.isEmpty()) {
            words.add(name + "=" + value);
        }
    }

    private static String firstWord(String header) {
        String word = header.strip().split("[\\s(]", 2)[0].toLowerCase(Locale.ROOT);
        return word.matches("pass|fail|softfail|neutral|none|temperror|permerror") ? word : "";
    }

    /// Of several signatures one that passed is enough.
    private static String result(String header, String method) {
        String result = "";
        Matcher matcher = RESULT.matcher(header);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(method)) {
                String word = matcher.group(2).toLowerCase(Locale.ROOT);
                result = result.isEmpty() || word.equals("pass") ? word : result;
            }
        }
        return result;
    }

    private static List<String> signed(String header) {
        var domains = new ArrayList<String>();
        for (String part : header.split(";", 50)) {
            if (result(part, "dkim").equals("pass")) {
                Matcher matcher = SIGNED.matcher(part);
                while (matcher.find()) {
                    String domain = matcher.group(1).toLowerCase(Locale.ROOT);
                    domains.add(domain.substring(domain.lastIndexOf('@') + 1));
                }
            }
        }
        return domains.stream().distinct().limit(10).toList();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String source(Mail mail, String results) {
        for (String header :
                new String[] {results, mail.first("Received-SPF"), "client-ip=" + mail.first("X-Sender-IP")}) {
            String address = outside(found(CLIENT, header));
            if (!address.isEmpty()) {
                return address;
            }
        }
        for (String received : mail.all("Received")) {
            String from = received.split("\\bby\\b", 2)[0];
            Matcher matcher = BRACKETED.matcher(from);
            while (matcher.find()) {
                String address = outside(matcher.group(1));
                if (!address.isEmpty()) {
                    return address;
                }
            }
        }
        return "";
    }

    private static String outside(String text) {
        String value = text.strip();
        if (!Canonical.isIpLiteral(value)) {
            return "";
        }
        boolean inside =
                value.matches("(10\\.|127\\.|192\\.168\\.|169\\.254\\.|172\\.(1[6-9]|2\\d|3[01])\\.).*")
                        || value.equals("::1")
                        || value.toLowerCase(Locale.ROOT).matches("(fe80|fc|fd).*");
        return inside ? "" : value;
    }
}
