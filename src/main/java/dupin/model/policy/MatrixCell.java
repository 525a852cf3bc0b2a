package dupin.model.policy;

/// One cell of the decision matrix.
///
/// @param reason the sentence that an action decided so bears
public record MatrixCell(CellKey key, Outcome outcome, String reason) {}
