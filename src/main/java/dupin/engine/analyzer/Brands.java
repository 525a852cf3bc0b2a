package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Entity;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The organization's own domains, as its users and recipients show them, and what imitates them.
final class Brands {
    private static final Set<String> COMMON =
            Set.of(
                    "outlook",
                    "gmail",
                    "hotmail",
                    "yahoo",
                    "onmicrosoft",
                    "live",
                    "icloud",
                    "local",
                    "lan",
                    "corp",
                    "internal",
                    "example",
                    "test",
                    "mail",
                    "health",
                    "online",
                    "group",
                    "global",
                    "services",
                    "university");

    private final TreeSet<String> own = new TreeSet<>();

    private Brands() {}

    static Brands of(Inquiry inquiry) {
        var brands = new Brands();
        inquiry.scope().of(Entity.User.class).forEach(u -> brands.add(u.userPrincipalName()));
        inquiry.scope().of(Entity.Mailbox.class).forEach(m -> brands.add(m.primaryAddress()));
        inquiry.scope().of(Entity.MailMessage.class).stream()
                .filter(m -> !m.recipientEmailAddress().equalsIgnoreCase(m.senderAddress()))
                .forEach(m -> {
                    // An outgoing message's recipients are somebody else's.
                    if (inquiry.scope().of(Entity.User.class).stream()
                            .noneMatch(u -> u.userPrincipalName().equalsIgnoreCase(m.senderAddress()))) {
                        brands.add(m.recipientEmailAddress());
                    }
                });
        return brands;
    }

    private void add(String address) {
        int at = address.lastIndexOf('@');
        String domain = at < 0 ? "" : Canonical.domain(address.substring(at + 1));
        if (domain.indexOf('.') > 0 && !COMMON.contains(label(domain))) {
            own.add(domain);
        }
    }

    boolean own(String host) {
        return own.stream().anyMatch(d -> host.equals(d) || host.endsWith("." + d));
    }

    /// The own domain that the host looks like without being it.
    Optional<String> imitated(String host) {
        if (host.isEmpty() || own(host)) {
            return Optional.empty();
        }
        return own.stream().filter(d -> looksLike(host, d)).findFirst();
    }

    private static boolean looksLike(String host, String domain) {
        String brand = label(domain);
        String registered = label(host);
        if (brand.length() < 5 || registered.length() < 4) {
            return false;
        }
        if (registered.equals(brand)) {
            return !host.endsWith(domain);
        }
        for (String part : brand.split("-", -1)) {
            boolean telling = part.length() >= 7 && !COMMON.contains(part);
            if (telling && (host.contains(part) || near(registered, part))) {
                return true;
            }
        }
        return near(registered, brand);
    }

    /// The label before the public ending: `castle` of `www.castle.co.uk`.
    static String label(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length < 2) {
            return host;
        }
        boolean doubled =
                parts.length >= 3 && parts[parts.length - 2].length() <= 3 && parts[parts.length - 1].length() == 2;
        return parts[parts.length - (doubled ? 3 : 2)];
    }

    /// One or two signs apart, by insertion, deletion or change.
    static boolean near(String a, String b) {
        int limit = Math.min(a.length(), b.length()) >= 9 ? 2 : 1;
        if (Math.abs(a.length() - b.length()) > limit || a.length() > 64 || b.length() > 64 || a.equals(b)) {
            return false;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int up = row[j];
                row[j] =
                        Math.min(
                                Math.min(row[j], row[j - 1]) + 1,
                                diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = up;
            }
        }
        return row[b.length()] <= limit;
    }
}
