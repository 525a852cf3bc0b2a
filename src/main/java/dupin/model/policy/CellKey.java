package dupin.model.policy;

import dupin.model.AutomationLevel;
import dupin.model.Verdict;

/// Which cell of the decision matrix.
public record CellKey(Verdict verdict, AutomationLevel level, Place place, Subject subject) {}
