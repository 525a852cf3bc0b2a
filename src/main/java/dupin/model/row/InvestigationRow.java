package dupin.model.row;

import dupin.model.Investigation;
import java.util.List;

/// An investigation among others.
///
/// @param serviceSources of its alerts, each once; so are the detection sources
/// @param devices labels of the devices in its scope
/// @param threats entities that it found malicious or suspicious
/// @param actions all that it proposed, whatever became of them
/// @param pending those of them that wait for a decision
public record InvestigationRow(
        Investigation run,
        List<String> serviceSources,
        List<String> detectionSources,
        List<String> devices,
        int threats,
        int actions,
        int pending) {
    public InvestigationRow {
        serviceSources = List.copyOf(serviceSources);
        detectionSources = List.copyOf(detectionSources);
        devices = List.copyOf(devices);
    }
}
