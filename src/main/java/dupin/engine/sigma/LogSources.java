package dupin.engine.sigma;

import dupin.model.LogRecord;
import dupin.model.sigma.LogSource;
import dupin.model.sigma.RuleException;
import dupin.model.sigma.WindowsServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Where the events of a rule's log source are to be found, and to which places an event belongs.
final class LogSources {
    private static final Map<String, String> CREATED =
            Map.of(
                    "Image", "NewProcessName",
                    "ParentImage", "ParentProcessName",
                    "ProcessId", "NewProcessId",
                    "ParentProcessId", "ProcessId",
                    "User", "SubjectUserName",
                    "LogonId", "SubjectLogonId");

    /// Rules on what an antivirus found are written for any of them.
    private static final Map<String, String> FOUND = Map.of("Signature", "Threat Name", "Filename", "Path");

    private LogSources() {}

    /// A place where events of a log source stand.
    ///
    /// @param key the bucket, without event id
    /// @param ids event ids; empty means any
    /// @param names the rule's field → the field of these events, where they differ
    record View(String key, Set<Integer> ids, Map<String, String> names) {}

    static List<View> views(LogSource source) throws RuleException {
        boolean windows = source.product().equals("windows");
        var views = new ArrayList<View>();
        if (!source.category().isEmpty()) {
            if (windows || source.product().isEmpty()) {
                WindowsLogs.category(source.category()).forEach(place -> views.add(view(source.category(), place)));
                if (windows && views.isEmpty()) {
                    throw new RuleException("The category `" + source.category() + "` is not known for Windows");
                }
                keepService(source, views);
            }
            views.add(new View(named(source.product(), source.category()), Set.of(), Map.of()));
        } else if (windows && !source.service().isEmpty()) {
            List<String> channels = WindowsServices.channels(source.service());
            if (channels.isEmpty()) {
                throw new RuleException("The service `" + source.service() + "` is not known for Windows");
            }
            channels.forEach(channel -> views.add(new View(channel(channel), Set.of(), Map.of())));
            views.add(new View(named("windows", source.service()), Set.of(), Map.of()));
        } else {
            views.add(new View(named(source.product(), source.service()), Set.of(), Map.of()));
        }
        return views;
    }

    private static void keepService(LogSource source, List<View> views) {
        if (!source.service().isEmpty()) {
            List<String> channels =
                    WindowsServices.channels(source.service()).stream().map(LogSources::channel).toList();
            views.removeIf(view -> !channels.contains(view.key()));
        }
    }

    private static View view(String category, WindowsLogs.Place place) {
        boolean security = place.log().equals("Security") && category.equals("process_creation");
        return new View(
                place.provider() ? provider(place.log()) : channel(place.log()),
                place.ids(),
                security ? CREATED : category.equals("antivirus") ? FOUND : Map.of());
    }

    /// Tells the buckets that an event belongs to.
    static void buckets(LogRecord event, Consumer<String> bucket) {
        if (!event.channel().isEmpty()) {
            String key = channel(event.channel());
            bucket.accept(key + '#' + event.eventId());
            bucket.accept(key);
        } else if (!event.service().isEmpty()) {
            bucket.accept(named(event.product(), event.service()));
            bucket.accept(named("", event.service()));
            if (event.product().equals("azure") && event.service().equals("azureactivity")) {
                bucket.accept(named("azure", "activitylogs"));
            }
        }
        if (!event.provider().isEmpty()) {
            String key = provider(event.provider());
            bucket.accept(key + '#' + event.eventId());
            bucket.accept(key);
        }
        if (!event.product().isEmpty()) {
            bucket.accept(named(event.product(), ""));
        }
    }

    private static String channel(String channel) {
        return "channel " + channel.toLowerCase(Locale.ROOT);
    }

    private static String provider(String provider) {
        return "provider " + provider.toLowerCase(Locale.ROOT);
    }

    private static String named(String product, String service) {
        return "log " + product.toLowerCase(Locale.ROOT) + ' ' + service.toLowerCase(Locale.ROOT);
    }

    /// The word that sensors use for a mandatory label; "" when it is none of the known.
    static String integrity(String label) {
        return switch (label) {
            case "S-1-16-0" -> "Untrusted";
            case "S-1-16-4096" -> "Low";
            case "S-1-16-8192", "S-1-16-8448" -> "Medium";
            case "S-1-16-12288" -> "High";
            case "S-1-16-16384" -> "System";
            default -> "";
        };
    }
}
