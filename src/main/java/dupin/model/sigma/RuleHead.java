package dupin.model.sigma;

import java.util.List;

/// What every kind of rule says of itself.
///
/// @param id the rule's identity; where a file gives none, one made of its content
/// @param name the word by which other rules may refer to it, "" when none
/// @param tags as written, for example `attack.t1003.001`
/// @param place file and line, for messages
public record RuleHead(
        String id,
        String name,
        String title,
        String description,
        String status,
        SigmaLevel level,
        List<String> tags,
        List<String> falsePositives,
        String place) {
    public RuleHead {
        tags = List.copyOf(tags);
        falsePositives = List.copyOf(falsePositives);
    }

    /// Whether another rule that says `reference` means this one.
    public boolean answersTo(String reference) {
        return reference.equals(id) || !name.isEmpty() && reference.equals(name);
    }
}
