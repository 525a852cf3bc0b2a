package dupin.model;

/// Why an alert belongs to an incident: the *Linked by* of the alerts tab.
///
/// @param rule for example `Provider incident`, `Same device`, `Same file`
/// @param entity the shared entity, "" when the rule needs none
/// @param rarity how many alerts of the case show that entity; 0 when it does not apply
public record LinkReason(String rule, String entity, int rarity, String text) {}
