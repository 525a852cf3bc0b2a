package dupin.model.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What a draft would have done with everything that the case has decided.
///
/// @param rows what the two policies decide differently, worst harm first
/// @param now of all that was decided anew: how many run, ask, or come to nothing under the policy in force
/// @param happened of all actions: what became of them
/// @param saved time that approved actions waited which the draft runs by itself
/// @param added time that actions which ran by themselves would have waited, at the median of the case's decisions
/// @param harmAvoided actions that ran or were approved and turned out wrong, and that the draft does not run by itself
/// @param harmRisked actions that a person refused or that turned out wrong, and that only the draft runs by itself
public record WhatIfReport(
        List<WhatIfRow> rows,
        Map<Outcome, Integer> now,
        Map<Outcome, Integer> draft,
        Map<Happened, Integer> happened,
        Duration saved,
        Duration added,
        int harmAvoided,
        int harmRisked) {
    public WhatIfReport {
        rows = List.copyOf(rows);
        now = Map.copyOf(now);
        draft = Map.copyOf(draft);
        happened = Map.copyOf(happened);
    }

    public int of(Map<Outcome, Integer> counts, Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
