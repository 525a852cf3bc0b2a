package dupin.model;

import java.util.List;

/// One observation about one entity, for or against, with a weight of evidence in decibans (10·log10 of the likelihood
/// ratio). Positive speaks for malicious, negative against.
///
/// @param id deterministic: analyzer, entity and cause
/// @param analyzer the analyzer's name as the log shows it
/// @param weightId the entry of the weights file that gave the weight
/// @param cause findings of one cause count once (the strongest); for example `alert:da123`, `hash:…`, `provider`
/// @param text a sentence that an analyst can check
public record Finding(
        String id,
        String analyzer,
        EntityKey entity,
        String weightId,
        int weight,
        String cause,
        String text,
        List<Citation> citations,
        Technique technique) {
    public Finding {
        citations = List.copyOf(citations);
    }

    public boolean incriminates() {
        return weight > 0;
    }
}
