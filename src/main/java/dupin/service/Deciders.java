package dupin.service;

import dupin.engine.Approvals;
import dupin.engine.Grounds;
import dupin.model.people.Command;
import dupin.model.people.Operator;
import dupin.model.policy.ApprovalRules;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Who may approve an action, and how many of them must.
///
/// @param needed so many persons must approve
/// @param given names of those who have, on what the decision rests on at this moment
/// @param may names of those who still may; empty without operators, where whoever is at the console may
/// @param barred names of those whom the policy bars because they asked for it
/// @param local the console has no operators
public record Deciders(int needed, List<String> given, List<String> may, List<String> barred, boolean local) {
    public Deciders {
        given = List.copyOf(given);
        may = List.copyOf(may);
        barred = List.copyOf(barred);
    }

    /// Empty for an action that the case does not know.
    static Optional<Deciders> of(CaseReads live, Optional<People> people, String actionId) {
        List<Operator> staff = people.map(People::list).orElse(List.of());
        return live.read(state ->
                state.action(actionId)
                        .map(action -> {
                            ApprovalRules rules = state.policy().approvals();
                            List<String> given = action.endorsers(Grounds.of(state, action));
                            var barred = new TreeSet<String>();
                            if (rules.proposerMayNotApprove()) {
                                barred.addAll(Approvals.proposers(state, action));
                            }
                            List<String> may =
                                    staff.stream()
                                            .filter(one -> one.role().may(Command.APPROVE))
                                            .map(Operator::name)
                                            .filter(name -> !barred.contains(name) && !given.contains(name))
                                            .toList();
                            return new Deciders(
                                    rules.approvals(action.type()), given, may, List.copyOf(barred), staff.isEmpty());
                        }));
    }
}
