package dupin.model.sigma;

import java.util.List;
import java.util.Map;

/// The rules of a folder.
///
/// @param name how the user knows it, for example the folder's name
/// @param digest SHA-256 over the rule files, whatever their names or order
/// @param files how many files were read
/// @param placeholders values for the modifier `expand` in this pack's rules, by placeholder
public record RulePack(
        String name,
        String digest,
        int files,
        List<SigmaRule> rules,
        List<CorrelationRule> correlations,
        List<SigmaFilter> filters,
        Map<String, List<String>> placeholders,
        List<Refusal> refused) {
    public RulePack {
        rules = List.copyOf(rules);
        correlations = List.copyOf(correlations);
        filters = List.copyOf(filters);
        placeholders = Map.copyOf(placeholders);
        refused = List.copyOf(refused);
    }

    /// The same under another name.
    public RulePack named(String other) {
        return new RulePack(other, digest, files, rules, correlations, filters, placeholders, refused);
    }

    /// How many rules were understood.
    public int size() {
        return rules.size() + correlations.size() + filters.size();
    }
}
