package dupin.service;

import dupin.engine.policy.ConfigurationAnalyzer;
import dupin.engine.policy.DecisionMatrix;
import dupin.engine.policy.PolicyDrift;
import dupin.engine.policy.PolicyLint;
import dupin.engine.policy.Readiness;
import dupin.engine.policy.WhatIf;
import dupin.intake.Content;
import dupin.intake.Presets;
import dupin.model.AlertPolicy;
import dupin.model.Pack;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.Weights;
import dupin.model.policy.Drift;
import dupin.model.policy.Fault;
import dupin.model.policy.MatrixCell;
import dupin.model.policy.PastDecision;
import dupin.model.policy.PolicyChange;
import dupin.model.policy.Preset;
import dupin.model.policy.Recommendation;
import dupin.model.policy.Requirement;
import dupin.model.policy.Staff;
import dupin.model.policy.WhatIfReport;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Looks at policies of a case without changing anything: what one decides, what a draft would have done, what is
/// recommended, what is wrong, how it came to be. Everything blocks: background only. It knows no responder.
public final class PolicyReview {
    private final CaseReads live;
    private final PolicyHistory history;
    private final List<Preset> presets;
    private final Set<String> builtIn;
    private final Weights weights;
    private final Supplier<Set<String>> playbooks;
    private final Supplier<Staff> staff;

    PolicyReview(
            CaseReads live,
            PolicyHistory history,
            Content content,
            Supplier<Set<String>> playbooks,
            Supplier<Staff> staff) {
        this.live = live;
        this.history = history;
        this.presets = Presets.shipped(content.policy());
        this.builtIn =
                content.policy().alertPolicies().stream()
                        .filter(p -> p.enabled() && p.startsInvestigation())
                        .map(AlertPolicy::id)
                        .collect(Collectors.toSet());
        this.weights = content.weights();
        this.playbooks = playbooks;
        this.staff = staff;
    }

    /// Every cell of the decision matrix of a policy.
    public List<MatrixCell> matrix(Policy policy) {
        return DecisionMatrix.of(policy);
    }

    /// The actions of the case with the cells that they fell into, under the policies that applied when they were proposed.
    public List<PastDecision> pastDecisions() {
        List<PolicyChange> policies = history.all();
        return live.read(state ->
                state.actions().stream()
                        .<PastDecision>mapMulti((action, take) -> {
                            Policy then = inForce(policies, action, state.policy());
                            DecisionMatrix.keyOf(action, state, then)
                                    .ifPresent(key -> take.accept(new PastDecision(key, action, then.version())));
                        })
                        .toList());
    }

    private static Policy inForce(List<PolicyChange> policies, RemediationAction action, Policy now) {
        Instant at = action.proposedDateTime();
        return policies.reversed().stream()
                .filter(p -> at == null || !p.at().isAfter(at))
                .findFirst()
                .map(PolicyChange::policy)
                .orElse(now);
    }

    /// Decides everything that the case decided anew under a draft.
    public WhatIfReport whatIf(Policy draft, Instant at) {
        return live.read(state -> WhatIf.run(state, draft, weights, at));
    }

    /// Standard, then Strict.
    public List<Preset> presets() {
        return presets;
    }

    public List<Recommendation> recommendations(Policy policy, Preset preset) {
        return ConfigurationAnalyzer.compare(policy, preset);
    }

    /// The policy with one recommended value; nothing is saved.
    public Policy apply(Policy policy, Preset preset, String setting) {
        return ConfigurationAnalyzer.apply(policy, preset, setting);
    }

    public List<Fault> faults(Policy policy, Instant at) {
        return PolicyLint.check(policy, new PolicyLint.Surroundings(builtIn, playbooks.get(), staff.get(), at));
    }

    /// What automated investigation needs and what this case has.
    public List<Requirement> readiness(Policy policy) {
        int known = playbooks.get().size();
        return live.read(state -> {
            var knowledge =
                    new Readiness.Knowledge(
                            (int)
                                    state.packs().stream()
                                            .filter(p -> p.kind() != Pack.Kind.RULES && p.kind() != Pack.Kind.PLAYBOOKS)
                                            .count(),
                            // The rules that ship are a pack that no entry names.
                            1 + (int) state.packs().stream().filter(p -> p.kind() == Pack.Kind.RULES).count(),
                            known);
            return Readiness.of(state, policy, source -> live.store().has(source, null), knowledge, staff.get());
        });
    }

    /// Every setting that changed since the case began, newest first.
    public List<Drift> drift() {
        return PolicyDrift.of(history.all());
    }
}
