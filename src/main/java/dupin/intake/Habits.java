package dupin.intake;

import dupin.model.sigma.HabitRule;
import dupin.model.sigma.RuleHead;
import dupin.model.sigma.SigmaLevel;
import java.util.HashMap;
import java.util.List;

/// The detections over sign-in habits that come with the program: `habits.json`.
public final class Habits {
    private static final String FILE = "habits.json";

    private Habits() {}

    public static List<HabitRule> shipped() {
        return Shipped.file(FILE).all("habits").stream().map(Habits::rule).toList();
    }

    private static HabitRule rule(Shipped habit) {
        var head =
                new RuleHead(
                        habit.need("id"),
                        "",
                        habit.need("title"),
                        habit.need("description"),
                        "stable",
                        SigmaLevel.of(habit.need("level")),
                        habit.texts("tags"),
                        habit.texts("falsePositives"),
                        habit.place());
        var limits = new HashMap<String, Integer>();
        Shipped given = new Shipped(habit.place() + " limits", habit.node().path("limits"));
        given.node().propertyNames().forEach(name -> limits.put(name, given.number(name)));
        return new HabitRule(head, habit.word("kind", HabitRule.Kind.class), limits);
    }
}
