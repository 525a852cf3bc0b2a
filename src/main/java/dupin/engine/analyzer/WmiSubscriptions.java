package dupin.engine.analyzer;

import dupin.model.Entity;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.util.Locale;

/// Permanent WMI subscriptions: a consumer that runs a command or a script whenever its filter matches. Consumers that only
/// write to a log, which Windows and its vendors bring, say nothing.
final class WmiSubscriptions {
    private static final Technique SUBSCRIPTION =
            new Technique("T1546.003", "Windows Management Instrumentation Event Subscription");

    private WmiSubscriptions() {}

    static void judge(Work work, Entity.Unknown thing) {
        if (!thing.type().toLowerCase(Locale.ROOT).startsWith("wmi")) {
            return;
        }
        for (TelemetryEvent row : work.inquiry().rows(thing.key())) {
            if (Rows.lowerAttribute(row, "Operation").startsWith("delete")) {
                continue;
            }
            String consumer = Rows.lowerAttribute(row, "Consumer", "CONSUMER");
            String type = Rows.lowerAttribute(row, "Type");
            String runs = Rows.attribute(row, "Destination");
            boolean acts =
                    consumer.contains("activescripteventconsumer")
                            || consumer.contains("commandlineeventconsumer")
                            || type.equals("script")
                            || type.equals("command line");
            if (!acts) {
                continue;
            }
            CommandLine line = CommandLine.of(runs);
            boolean harmful =
                    Behaviours.ALL.stream()
                                    .anyMatch(b -> b.shows(Binaries.name(PersistenceAnalyzer.program(runs)), line))
                            || !line.decoded().isEmpty()
                            || PersistenceAnalyzer.userPlace(line.text());
            work.find(
                    thing.key(),
                    harmful ? "wmi.consumer-harmful" : "wmi.consumer",
                    "subscription",
                    "A permanent WMI subscription runs a command or script%s"
                            .formatted(runs.isBlank() ? "" : ": " + Text.quote(runs)),
                    SUBSCRIPTION,
                    row);
        }
    }
}
