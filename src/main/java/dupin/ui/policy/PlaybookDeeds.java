package dupin.ui.policy;

import dupin.model.Pack;
import dupin.model.Playbook;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What the Playbooks tab asks of the case. Everything blocks: background only.
public interface PlaybookDeeds extends LongDeeds {

    /// @param running investigations by the playbook's id, a blank and the step's id
    record Shelf(List<Playbook> playbooks, Map<String, List<String>> running) {
        public Shelf {
            playbooks = List.copyOf(playbooks);
            running = Map.copyOf(running);
        }
    }

    Shelf playbooks();

    /// @throws dupin.service.Problem when nothing in the folder can be used
    Pack addPlaybooks(Path folder);
}
