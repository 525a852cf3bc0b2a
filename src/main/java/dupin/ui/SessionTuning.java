package dupin.ui;

import dupin.model.policy.TuningRule;
import dupin.model.row.AlertRow;
import dupin.service.CaseSession;
import dupin.service.Tuning;
import dupin.ui.fx.TuningCommands;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Tuning rules of the open case, in the name of whoever is at the console. Everything blocks: background only.
record SessionTuning(CaseSession session, Supplier<String> operator) implements TuningCommands {

    @Override
    public Tuning.Offer offer(String alertId) {
        return session.tuning().offer(alertId);
    }

    @Override
    public List<AlertRow> matching(TuningRule rule) {
        return session.tuning().matching(rule);
    }

    @Override
    public int alerts() {
        return session.desk().status().alerts();
    }

    @Override
    public int add(TuningRule rule, boolean existing) {
        return session.tuning().add(rule, existing, operator.get());
    }

    @Override
    public void bringBack(String alertId) {
        session.tuning().bringBack(alertId, operator.get());
    }

    @Override
    public int bringBackAll(String ruleId) {
        return session.tuning().bringBackAll(ruleId, operator.get());
    }

    @Override
    public Map<String, Integer> taken() {
        return session.tuning().taken();
    }
}
