package dupin.engine.policy;

import dupin.engine.AlertRouting;
import dupin.engine.CaseState;
import dupin.model.ActionState;
import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.Weights;
import dupin.model.policy.Happened;
import dupin.model.policy.Outcome;
import dupin.model.policy.WhatIfReport;
import dupin.model.policy.WhatIfRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides everything anew that a case has decided, under the policy in force and under a draft, and compares: alerts,
/// evidence on which nothing was proposed, actions. Reads a fold and answers; there is nothing here that could act.
///
/// Not retraced: what a draft would have found by investigating alerts that were declined, and findings of providers that a
/// blind review did not record.
public final class WhatIf {
    private final CaseState state;
    private final Redecision now;
    private final Redecision draft;
    private final List<WhatIfRow> rows = new ArrayList<>();
    private final Map<Outcome, Integer> nowCounts = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Integer> draftCounts = new EnumMap<>(Outcome.class);
    private final Map<Happened, Integer> happened = new EnumMap<>(Happened.class);
    private final Map<String, Boolean> falsePositives = new HashMap<>();

    private WhatIf(CaseState state, Policy draft, Weights weights, Instant at) {
        this.state = state;
        this.now = new Redecision(state, state.policy(), weights, at);
        this.draft = new Redecision(state, draft, weights, at);
    }

    /// @param at indicators that have expired by then do not count
    public static WhatIfReport run(CaseState state, Policy draft, Weights weights, Instant at) {
        var whatIf = new WhatIf(state, draft, weights, at);
        whatIf.alerts();
        whatIf.evidence();
        whatIf.actions();
        return whatIf.report();
    }

    private void alerts() {
        boolean same =
                now.policy().alertPolicies().equals(draft.policy().alertPolicies())
                        && now.policy().tuning().equals(draft.policy().tuning())
                        && now.policy().deviceGroups().equals(draft.policy().deviceGroups());
        if (same) {
            return;
        }
        for (Alert alert : state.alerts()) {
            AlertRouting.Decision before = AlertRouting.decide(alert, now.policy());
            AlertRouting.Decision after = AlertRouting.decide(alert, draft.policy());
            if (!reason(before).equals(reason(after)) && outcome(before) != outcome(after)) {
                rows.add(
                        new WhatIfRow(
                                WhatIfRow.Kind.ALERT,
                                alert.id(),
                                state.incidentOf(alert.id()).orElse(""),
                                alert.title(),
                                outcome(before),
                                reason(before),
                                outcome(after),
                                reason(after),
                                state.investigationOf(alert.id()).isPresent()
                                        ? Happened.INVESTIGATED
                                        : Happened.NOTHING,
                                false,
                                false,
                                null));
            }
        }
    }

    private static Outcome outcome(AlertRouting.Decision decision) {
        return decision instanceof AlertRouting.Start ? Outcome.RUNS : Outcome.NOTHING;
    }

    private static String reason(AlertRouting.Decision decision) {
        return switch (decision) {
            case AlertRouting.Start start -> start.reason();
            case AlertRouting.Decline decline -> decline.reason();
        };
    }

    /// Evidence that the policy in force leaves alone and the draft does not.
    private void evidence() {
        state.ledgers().stream()
                .filter(ledger -> state.actionsOn(ledger.entity()).isEmpty())
                .forEach(ledger ->
                        state.entity(ledger.entity())
                                .ifPresent(entity -> {
                                    Redecision.Answer before = now.evidence(entity, ledger);
                                    Redecision.Answer after = draft.evidence(entity, ledger);
                                    if (before.outcome() == Outcome.NOTHING && after.outcome() != Outcome.NOTHING) {
                                        String in =
                                                state.alertsWith(ledger.entity()).stream()
                                                        .flatMap(a -> state.incidentOf(a.id()).stream())
                                                        .findFirst()
                                                        .orElse("");
                                        count(before, after);
                                        rows.add(
                                                new WhatIfRow(
                                                        WhatIfRow.Kind.EVIDENCE,
                                                        "",
                                                        in,
                                                        entity.kind().label() + " " + entity.label(),
                                                        before.outcome(),
                                                        before.reason(),
                                                        after.outcome(),
                                                        after.reason(),
                                                        Happened.NOTHING,
                                                        false,
                                                        false,
                                                        null));
                                    }
                                }));
    }

    private void count(Redecision.Answer before, Redecision.Answer after) {
        nowCounts.merge(before.outcome(), 1, Integer::sum);
        draftCounts.merge(after.outcome(), 1, Integer::sum);
    }

    private void actions() {
        Comparator<Instant> unsetFirst = Comparator.nullsFirst(Comparator.naturalOrder());
        List<RemediationAction> inOrder =
                state.actions().stream()
                        .sorted(
                                Comparator.comparing(RemediationAction::proposedDateTime, unsetFirst)
                                        .thenComparing(RemediationAction::id))
                        .toList();
        for (RemediationAction action : inOrder) {
            Redecision.Answer before = now.action(action);
            Redecision.Answer after = draft.action(action);
            count(before, after);
            Happened was = Happened.to(action);
            happened.merge(was, 1, Integer::sum);
            if (before.outcome() != after.outcome()) {
                boolean undone = action.state() == ActionState.UNDONE || action.state() == ActionState.UNDOING;
                rows.add(
                        new WhatIfRow(
                                WhatIfRow.Kind.ACTION,
                                action.id(),
                                action.incidentId(),
                                action.type().label() + " " + action.subject(),
                                before.outcome(),
                                before.reason(),
                                after.outcome(),
                                after.reason(),
                                was,
                                undone,
                                wrong(action),
                                waited(action)));
            }
        }
    }

    /// A person said since that there was no threat.
    private boolean wrong(RemediationAction action) {
        boolean cleared = state.override(action.target().key()).map(o -> !o.verdict().incriminates()).orElse(false);
        return cleared || falsePositives.computeIfAbsent(action.incidentId(), this::falsePositive);
    }

    private boolean falsePositive(String incidentId) {
        return bare(state.classification(incidentId)).equals("falsepositive");
    }

    private static String bare(String word) {
        return Canonical.lower(word).replace(" ", "");
    }

    private static @Nullable Duration waited(RemediationAction action) {
        Instant from = action.proposedDateTime();
        Instant to = action.decidedDateTime();
        return from == null || to == null ? null : Duration.between(from, to);
    }

    private WhatIfReport report() {
        Duration saved = Duration.ZERO;
        Duration usual = usualWait();
        Duration added = Duration.ZERO;
        int avoided = 0;
        int risked = 0;
        for (WhatIfRow row : rows) {
            boolean runs = row.draft() == Outcome.RUNS;
            Duration waited = row.waited();
            if (runs && row.happened() == Happened.APPROVED && !bad(row) && waited != null) {
                saved = saved.plus(waited);
            }
            if (row.happened() == Happened.RAN && row.draft() == Outcome.ASKS && !bad(row)) {
                added = added.plus(usual);
            }
            avoided += avoids(row) ? 1 : 0;
            risked += risks(row) ? 1 : 0;
        }
        rows.sort(
                Comparator.comparing((WhatIfRow row) -> risks(row) ? 0 : avoids(row) ? 1 : 2)
                        .thenComparing(WhatIfRow::kind, Comparator.reverseOrder())
                        .thenComparing(WhatIfRow::incidentId)
                        .thenComparing(WhatIfRow::id)
                        .thenComparing(WhatIfRow::what));
        return new WhatIfReport(rows, nowCounts, draftCounts, happened, saved, added, avoided, risked);
    }

    private static boolean bad(WhatIfRow row) {
        return row.undone() || row.falsePositive();
    }

    /// It took effect and was wrong. Asking helps against what ran by itself; what a person approved, only nothing avoids.
    private static boolean avoids(WhatIfRow row) {
        return bad(row)
                && (row.happened() == Happened.RAN && row.draft() != Outcome.RUNS
                        || row.happened() == Happened.APPROVED && row.draft() == Outcome.NOTHING);
    }

    private static boolean risks(WhatIfRow row) {
        return row.kind() == WhatIfRow.Kind.ACTION
                && row.draft() == Outcome.RUNS
                && (row.happened() == Happened.REJECTED || bad(row));
    }

    /// The median of what persons took to decide in this case; zero where nobody did.
    private Duration usualWait() {
        List<Duration> waits =
                state.actions().stream()
                        .filter(a -> Happened.to(a) == Happened.APPROVED || Happened.to(a) == Happened.REJECTED)
                        .flatMap(a -> Optional.ofNullable(waited(a)).stream())
                        .sorted()
                        .toList();
        return waits.isEmpty() ? Duration.ZERO : waits.get(waits.size() / 2);
    }
}
