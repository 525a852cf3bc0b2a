package dupin.service;

import dupin.engine.Counterfactual;
import dupin.engine.Facts;
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

/// Gathers why an entity has its verdict: ledger, sightings, alerts, scope, actions.
final class Explaining {
    private Explaining() {}

    private static String inWords(Counterfactual c) {
        return "Without \""
                + c.finding().text()
                + "\" ("
                + c.finding().weight()
                + " dB) the score would be "
                + c.score()
                + " dB: "
                + c.without().label()
                + ".";
    }

    static Optional<Explanation> of(EntityKey key, LiveCase live, CaseFacts facts, Weights weights) {
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
                            String counter =
                                    ledger == null
                                            ? ""
                                            : Counterfactual.of(ledger, weights).map(Explaining::inWords).orElse("");
                            return new Explanation(
                                    entity,
                                    ledger,
                                    counter,
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
