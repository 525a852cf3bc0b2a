package dupin.model.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        now = ordered(now);
        draft = ordered(draft);
        happened = ordered(happened);
    }

    /// What is listed comes in one order, whatever machine lists it.
    private static <K extends Enum<K>> Map<K, Integer> ordered(Map<K, Integer> counts) {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    public int of(Map<Outcome, Integer> counts, Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
