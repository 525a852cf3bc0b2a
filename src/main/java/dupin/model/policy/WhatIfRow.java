package dupin.model.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A piece of evidence, an action or an alert on which two policies decide differently.
///
/// @param id of the action or the alert; "" for evidence on which nothing was proposed
/// @param now what the policy in force decides
/// @param draft what the draft decides
/// @param undone a person took it back
/// @param falsePositive its incident was classified so, or its entity cleared by a person
/// @param waited from proposal to decision; null where nobody decided
public record WhatIfRow(
        Kind kind,
        String id,
        String incidentId,
        String what,
        Outcome now,
        String nowReason,
        Outcome draft,
        String draftReason,
        Happened happened,
        boolean undone,
        boolean falsePositive,
        @Nullable Duration waited) {

    public enum Kind {
        ALERT("Alert"),
        EVIDENCE("Evidence"),
        ACTION("Action");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
