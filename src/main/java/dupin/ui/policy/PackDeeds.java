package dupin.ui.policy;

import dupin.model.Pack;
import dupin.service.IntelPacks;
import dupin.service.Progress;
import java.nio.file.Path;
import java.util.List;

/// What the Intelligence tab asks of the case. Everything blocks: background only.
public interface PackDeeds extends LongDeeds {

    /// @param faults sentences about packs that cannot be read any more
    record Held(List<Pack> packs, List<String> faults) {
        public Held {
            packs = List.copyOf(packs);
            faults = List.copyOf(faults);
        }
    }

    Held packs();

    /// @throws dupin.service.Problem when the folder cannot be read or holds no intel
    IntelPacks.Found addPacks(Path folder, Progress progress);

    /// @throws dupin.service.Problem when the case does not hold it
    void removePack(Pack pack);
}
