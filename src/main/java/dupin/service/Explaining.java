package dupin.service;

import dupin.engine.Counterfactual;
import dupin.engine.Facts;
import dupin.engine.MissingFact;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import dupin.model.Ledger;
import dupin.model.ScopeExpansion;
import dupin.model.Weights;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Gathers why an entity has its verdict: ledger, sightings, alerts, scope, actions.
final class Explaining {
    /// Of several sets of equal size the first say enough.
    private static final int SHOWN = 2;

    /// More findings than these are listed one beneath the other, and of one set only.
    private static final int FEW = 2;

    private Explaining() {}

    /// What would change the verdict: smallest sets of findings without which it would be another, and the facts that a
    /// missing source could add.
    private static List<String> inWords(Ledger own, Weights weights) {
        var sentences = new ArrayList<String>();
        List<Counterfactual> sets = Counterfactual.smallest(own, weights);
        int many = sets.stream().anyMatch(c -> c.removed().size() > FEW) ? 1 : SHOWN;
        sets.stream().limit(many).map(Explaining::inWords).forEach(sentences::add);
        MissingFact.of(own, weights).stream().map(Explaining::inWords).forEach(sentences::add);
        return sentences;
    }

    /// A sentence for few findings, a list for many.
    private static String inWords(Counterfactual c) {
        String then = "the score would be " + signed(c.score()) + " dB: " + c.without().label();
        if (c.removed().size() > FEW) {
            return c.removed().stream()
                    .map(f -> signed(f.weight()) + " dB  " + f.text())
                    .collect(
                            Collectors.joining(
                                    "\n•  ",
                                    "Without these " + c.removed().size() + " findings " + then + ".\n•  ",
                                    ""));
        }
        String findings =
                c.removed().stream()
                        .map(f -> "“" + inner(f.text()) + "” (" + signed(f.weight()) + " dB)")
                        .collect(Collectors.joining(" and "));
        return "Without " + findings + " " + then + ".";
    }

    private static String inWords(MissingFact m) {
        return "Not in the case: %s. %s could come of it: “%s” (%s dB) would make it %s dB: %s."
                .formatted(
                        m.source(),
                        m.fact().decibans() > 0 ? "At worst this" : "At best this",
                        inner(m.fact().meaning()),
                        signed(m.fact().decibans()),
                        signed(m.score()),
                        m.verdict().label());
    }

    /// Marks of a quotation within a quotation.
    private static String inner(String text) {
        return text.replace('“', '‘').replace('”', '’');
    }

    private static String signed(int decibans) {
        return decibans > 0 ? "+" + decibans : decibans < 0 ? "−" + -decibans : "0";
    }

    static Optional<Explanation> of(EntityKey key, CaseReads live, CaseFacts facts, Weights weights) {
        Facts.Seen seen = facts.seen(key);
        Optional<Entity> stored = facts.entity(key);
        return live.read(state ->
                stored.or(() -> state.entity(key))
                        .map(entity -> {
                            Ledger ledger = state.ledger(key).orElse(null);
                            List<Alert> alerts = state.alertsWith(key);
                            var incidents = new LinkedHashSet<String>();
                            var provider = new LinkedHashSet<String>();
                            for (Alert alert : alerts) {
                                state.incidentOf(alert.id()).ifPresent(incidents::add);
                                for (Evidence evidence : alert.evidence()) {
                                    if (evidence.entity().key().equals(key) && !evidence.providerVerdict().isEmpty()) {
                                        provider.add(evidence.providerVerdict() + " (" + alert.title() + ")");
                                    }
                                }
                            }
                            var expansions = new ArrayList<ScopeExpansion>();
                            state.investigations()
                                    .forEach(run ->
                                            state.expansions(run.id()).stream()
                                                    .filter(e -> e.entity().key().equals(key))
                                                    .forEach(expansions::add));
                            Ledger own = state.ownLedger(key).orElse(null);
                            return new Explanation(
                                    entity,
                                    ledger,
                                    own,
                                    state.override(key).orElse(null),
                                    own == null ? List.of() : inWords(own, weights),
                                    state.remediation(key),
                                    Attributes.of(entity),
                                    alerts,
                                    List.copyOf(incidents),
                                    List.copyOf(provider),
                                    seen.events(),
                                    seen.devices().stream().map(EntityKey::value).toList(),
                                    seen.first(),
                                    seen.last(),
                                    expansions,
                                    state.actionsOn(key),
                                    state.spared(key));
                        }));
    }
}
