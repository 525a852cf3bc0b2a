package dupin.model;

/// Why an entity entered an investigation after its alerts: every join states rule, value and rarity.
///
/// @param from the entity in scope that led there
/// @param entity what was added
/// @param rule for example `Incriminated file seen on another device`
/// @param devices on how many devices of the case `from` was seen
public record ScopeExpansion(EntityKey from, Entity entity, String rule, int devices, String text) {}
