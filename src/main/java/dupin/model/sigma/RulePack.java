package dupin.model.sigma;

import java.util.List;

/// The rules of a folder.
///
/// @param name how the user knows it, for example the folder's name
/// @param digest SHA-256 over the rule files, whatever their names or order
/// @param files how many files were read
public record RulePack(
        String name,
        String digest,
        int files,
        List<SigmaRule> rules,
        List<CorrelationRule> correlations,
        List<SigmaFilter> filters,
        List<Refusal> refused) {
    public RulePack {
        rules = List.copyOf(rules);
        correlations = List.copyOf(correlations);
        filters = List.copyOf(filters);
        refused = List.copyOf(refused);
    }

    /// How many rules were understood.
    public int size() {
        return rules.size() + correlations.size() + filters.size();
    }
}
