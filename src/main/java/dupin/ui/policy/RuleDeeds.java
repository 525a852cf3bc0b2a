package dupin.ui.policy;

import dupin.model.Pack;
import dupin.service.Detection;
import dupin.service.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the *Detection rules* tab asks of the case. Everything blocks: background only.
public interface RuleDeeds extends LongDeeds {

    /// Packs of rules, the shipped one last; and what the last run of this session gave.
    HeldRules rules();

    /// @param off names of the packs that are switched off
    record HeldRules(List<Pack> packs, Set<String> off, Optional<Detection.Outcome> last) {
        public HeldRules {
            packs = List.copyOf(packs);
            off = Set.copyOf(off);
        }
    }

    /// @throws dupin.service.Problem when the folder cannot be read or holds no rule
    Pack addRules(Path folder);

    /// @throws dupin.service.Problem when the case does not hold it
    void removeRules(Pack pack);

    /// Switches a pack off or on, the shipped one too. Alerts that it gave stay.
    void switchRules(Pack pack, boolean on);

    /// Matches all telemetry with all rules.
    void detect(Progress progress);
}
