package dupin.ui.investigation;

import dupin.model.Classification;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningCondition.Field;
import dupin.model.policy.TuningRule;
import dupin.service.Tuning;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Messages;
import dupin.ui.fx.RuleEditing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the form of a tuning rule begins with: a new rule from an alert, or one that there is.
///
/// @param start what its fields say at first
/// @param offered conditions of one value each
/// @param ticked fields whose values are taken at first
/// @param most values that are shown; more are not read, only scrolled past
/// @param names that other rules bear
/// @param edits a rule that there is
record TuneSubject(
        String title,
        String help,
        String verb,
        TuningRule start,
        List<TuningCondition> offered,
        Set<Field> ticked,
        int most,
        List<String> groups,
        List<String> names,
        boolean edits) {
    private static final int NAME = 60;
    private static final int MOST = 60;

    static TuneSubject made(Tuning.Offer offer) {
        String title = Elide.middle(offer.alert().alert().title(), NAME);
        String free = title;
        for (int n = 2; offer.names().contains(free); n++) {
            free = title + " " + n;
        }
        var start =
                new TuningRule(
                        "",
                        free,
                        true,
                        List.of(),
                        "",
                        TuningRule.Effect.RESOLVE,
                        Classification.NOT_SET,
                        "",
                        "",
                        "",
                        null);
        return new TuneSubject(
                Messages.text("tune.title", title),
                Messages.text("tune.help"),
                Messages.text("tune.save"),
                start,
                offer.conditions(),
                Set.of(Field.TITLE, Field.SERVICE_SOURCE),
                MOST,
                offer.groups(),
                offer.names(),
                false);
    }

    /// Everything that the rule says is shown: what were left out would be lost by saving.
    static TuneSubject edited(RuleEditing wish) {
        TuningRule rule = wish.rule();
        List<TuningCondition> single =
                rule.conditions().stream()
                        .flatMap(c -> c.values().stream().map(v -> new TuningCondition(c.field(), List.of(v))))
                        .toList();
        var groups = new ArrayList<>(wish.groups());
        if (!rule.deviceGroup().isEmpty() && !groups.contains(rule.deviceGroup())) {
            groups.add(rule.deviceGroup());
        }
        return new TuneSubject(
                Messages.text("tune.editTitle", Elide.middle(rule.name(), NAME)),
                Messages.text("tune.editHelp"),
                Messages.text("tune.editVerb"),
                rule,
                single,
                Set.of(Field.values()),
                Integer.MAX_VALUE,
                List.copyOf(groups),
                wish.names(),
                true);
    }
}
