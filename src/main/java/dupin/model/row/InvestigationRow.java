package dupin.model.row;

import dupin.model.Investigation;
import java.util.List;

/// An investigation among others.
///
/// @param serviceSources of its alerts, each once; so are the detection sources
/// @param devices labels of the devices in its scope
/// @param groups names of the device groups of those
/// @param categories of its alerts, each once
/// @param tags of its incident
/// @param comments on it and on its incident
/// @param threats entities that it found malicious or suspicious
/// @param actions all that it proposed, whatever became of them
/// @param pending those of them that wait for a decision
public record InvestigationRow(
        Investigation run,
        List<String> serviceSources,
        List<String> detectionSources,
        List<String> devices,
        List<String> groups,
        List<String> categories,
        List<String> tags,
        int comments,
        int threats,
        int actions,
        int pending) {
    public InvestigationRow {
        serviceSources = List.copyOf(serviceSources);
        detectionSources = List.copyOf(detectionSources);
        devices = List.copyOf(devices);
        groups = List.copyOf(groups);
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
    }
}
