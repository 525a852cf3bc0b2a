package dupin.engine.analyzer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All analyzers by the name that playbooks use.
public final class Analyzers {

    private final Map<String, Analyzer> byName = new LinkedHashMap<>();

    public Analyzers() {
        for (Analyzer analyzer :
                List.<Analyzer>of(
                        new ProviderAnalyzer(),
                        new IntelAnalyzer(),
                        new RelatedAnalyzer(),
                        new AncestorsAnalyzer(),
                        new DeliveryAnalyzer(),
                        new SignInSourceAnalyzer(),
                        new ProcessAnalyzer(),
                        new MemoryAccessAnalyzer(),
                        new FileAnalyzer(),
                        new PersistenceAnalyzer(),
                        new NetworkAnalyzer(),
                        new UrlAnalyzer(),
                        new AccountAnalyzer(),
                        new MailAnalyzer(),
                        new ClusterAnalyzer(),
                        new MailboxAnalyzer(),
                        new RecipientsAnalyzer(),
                        new DescendantsAnalyzer(),
                        new ActivityAnalyzer(),
                        new SweepAnalyzer(),
                        new ElsewhereAnalyzer(),
                        new PropagationAnalyzer())) {
            byName.put(analyzer.name(), analyzer);
        }
    }

    public Optional<Analyzer> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
