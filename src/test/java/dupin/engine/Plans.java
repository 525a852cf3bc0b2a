package dupin.engine;

import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.Finding;
import dupin.model.Judged;
import dupin.model.Ledger;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import java.util.List;

/// Plans for what was judged, and things to judge.
final class Plans {
    static final Entity.User ANN = Entity.User.ofUpn("ann@corp.example");

    private Plans() {}

    static Policy level(AutomationLevel level) {
        return EngineCase.policy()
                .withDeviceGroups(List.of(new DeviceGroup(DeviceGroup.DEFAULT_NAME, 9, level, "", List.of())));
    }

    static Judged judged(Entity entity, Verdict verdict, Finding... findings) {
        return new Judged(entity, new Ledger(entity.key(), verdict, -20, 15, List.of(findings), List.of(), List.of()));
    }

    static List<RemediationAction> plan(AutomationLevel level, Facts facts, Judged... judged) {
        var request = new RemediationPlanner.PlanRequest("INV", "I", List.of(judged), List.of());
        return RemediationPlanner.plan(request, level(level), TestWeights.shipped(), facts, Story.at(0));
    }

    static List<RemediationAction> plan(Judged... judged) {
        return plan(AutomationLevel.FULL, new MemoryFacts(List.of(), List.of()), judged);
    }

    static List<ActionType> types(List<RemediationAction> actions) {
        return actions.stream().map(RemediationAction::type).toList();
    }

    static Entity.MailMessage mail(String location) {
        return new Entity.MailMessage(
                "m1",
                "",
                "ann@corp.example",
                "x@evil.example",
                "",
                "",
                "Invoice",
                null,
                "Delivered",
                location,
                List.of(),
                List.of());
    }

    static Entity.MailCluster cluster(int size, Entity.Count... places) {
        return new Entity.MailCluster("", "Subject", "Invoice", "", size, List.of(), "", List.of(), List.of(places));
    }
}
