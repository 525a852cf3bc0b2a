package dupin.model.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which devices, users and mailboxes are worth more than others, beside those of the never-touch list: an action that
/// reaches one says so before anybody decides on it.
///
/// A word among the tags means that word in a tag of the device, a blank in it one character or none; `*` at an end says
/// that more letters may follow or precede. *Non-* and *not* before it take it back. In names `*` stands for any text.
///
/// @param tags words, in any case
/// @param names of devices, accounts and mailboxes
/// @param domains of devices and accounts, with everything under them
/// @param servers whether server systems are critical whatever they are called
public record CriticalRule(List<String> tags, List<String> names, List<String> domains, boolean servers) {
    public static final CriticalRule SHIPPED =
            new CriticalRule(
                    List.of("critical*", "*high value*", "hva", "*tier 0*", "*domain controller*", "*crown jewel*"),
                    List.of(),
                    List.of(),
                    true);

    public CriticalRule {
        tags = List.copyOf(tags);
        names = List.copyOf(names);
        domains = List.copyOf(domains);
    }

    /// Journals of older versions name no rule: then what ships applies.
    public static CriticalRule orShipped(@Nullable CriticalRule rule) {
        return rule == null ? SHIPPED : rule;
    }
}
