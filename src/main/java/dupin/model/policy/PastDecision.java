package dupin.model.policy;

import dupin.model.RemediationAction;

/// An action of the case with the cell that it fell into when it was proposed.
///
/// @param policyVersion the policy that applied then
public record PastDecision(CellKey key, RemediationAction action, int policyVersion) {}
