package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.engine.AutomationPolicy.Mode;
import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.Entity;
import dupin.model.FolderClass;
import dupin.model.Policy;
import dupin.model.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every verdict × level × folder × kind of action, against the rules said a second time.
class AutomationPolicyTest {
    private static final Entity.Device PC1 = Entity.Device.named("PC1");
    private static final Entity.File FILE = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
    private static final Set<ActionType> CONTENT =
            Set.of(
                    ActionType.BLOCK_URL,
                    ActionType.SOFT_DELETE_MAIL,
                    ActionType.SOFT_DELETE_CLUSTER,
                    ActionType.MOVE_TO_JUNK,
                    ActionType.MOVE_TO_DELETED,
                    ActionType.QUARANTINE_MAIL,
                    ActionType.REMOVE_DELEGATION,
                    ActionType.HARD_DELETE_MAIL,
                    ActionType.REMOVE_FORWARDING_RULE);
    private static final Set<ActionType> NO_UNDO =
            Set.of(
                    ActionType.STOP_PROCESS,
                    ActionType.RESET_PASSWORD,
                    ActionType.REVOKE_SESSIONS,
                    ActionType.EXPAND_SCOPE);
    private static final Set<ActionType> IDENTITY =
            Set.of(
                    ActionType.DISABLE_USER,
                    ActionType.RESET_PASSWORD,
                    ActionType.REQUIRE_MFA,
                    ActionType.REVOKE_SESSIONS,
                    ActionType.CONTAIN_USER,
                    ActionType.MARK_COMPROMISED);

    private static final Map<ActionType, Entity> TARGETS = targets();

    private static Map<ActionType, Entity> targets() {
        var targets = new EnumMap<ActionType, Entity>(ActionType.class);
        Entity.User user = Entity.User.ofUpn("ann@corp.example");
        for (ActionType type : ActionType.values()) {
            targets.put(
                    type,
                    switch (type) {
                        case QUARANTINE_FILE, COLLECT_SAMPLE, BLOCK_FILE, EXPAND_SCOPE -> FILE;
                        case STOP_PROCESS -> new Entity.Process("PC1", 7, Story.at(0), "", "", FILE, "", 0, null, "");
                        case STOP_SERVICE -> new Entity.Service("PC1", "evil", "", "C:\\Users\\ann\\a.exe");
                        case DISABLE_DRIVER -> new Entity.Driver("PC1", "evil.sys", "C:\\Users\\ann\\evil.sys", "");
                        case REMOVE_REGISTRY_VALUE ->
                                new Entity.RegistryValue("PC1", "HKCU", "Run", "evil", "C:\\Users\\ann\\a.exe", "");
                        case REMOVE_SCHEDULED_TASK ->
                                new Entity.ScheduledTask("PC1", "evil", "C:\\Users\\ann\\a.exe -x");
                        case ISOLATE_DEVICE,
                                CONTAIN_DEVICE,
                                RESTRICT_APP_EXECUTION,
                                RUN_ANTIVIRUS_SCAN,
                                COLLECT_INVESTIGATION_PACKAGE,
                                OFFBOARD_DEVICE ->
                                PC1;
                        case BLOCK_URL -> new Entity.Url("http://evil.example/");
                        case BLOCK_IP, CONTAIN_IP -> Entity.IpAddress.of("203.0.113.9");
                        case SOFT_DELETE_MAIL, MOVE_TO_JUNK, MOVE_TO_DELETED, QUARANTINE_MAIL, HARD_DELETE_MAIL ->
                                new Entity.MailMessage(
                                        "m",
                                        "",
                                        "ann@corp.example",
                                        "",
                                        "",
                                        "",
                                        "",
                                        null,
                                        "",
                                        "Inbox",
                                        List.of(),
                                        List.of());
                        case SOFT_DELETE_CLUSTER ->
                                new Entity.MailCluster("", "Subject", "x", "", 3, List.of(), "", List.of(), List.of());
                        case REMOVE_FORWARDING_RULE, REMOVE_DELEGATION ->
                                new Entity.Mailbox("ann@corp.example", "", "");
                        case DISABLE_USER,
                                RESET_PASSWORD,
                                REQUIRE_MFA,
                                REVOKE_SESSIONS,
                                CONTAIN_USER,
                                MARK_COMPROMISED ->
                                user;
                    });
        }
        return targets;
    }

    private static Mode expected(
            Verdict verdict, AutomationLevel level, FolderClass folder, ActionType type, boolean stopped) {
        if (verdict == Verdict.NO_THREATS_FOUND || verdict == Verdict.NOT_EVALUABLE) {
            return Mode.NONE;
        }
        if (level == AutomationLevel.NOT_PROTECTED && !CONTENT.contains(type) && !IDENTITY.contains(type)) {
            return Mode.NONE;
        }
        if (stopped
                || verdict == Verdict.SUSPICIOUS
                || CONTENT.contains(type)
                || NO_UNDO.contains(type)
                || !type.proposedByInvestigations()
                || type == ActionType.ISOLATE_DEVICE) {
            return Mode.NEEDS_APPROVAL;
        }
        if (level == AutomationLevel.FULL) {
            return Mode.AUTOMATIC;
        }
        boolean hasPath = !IDENTITY.contains(type) && type != ActionType.BLOCK_IP;
        boolean core = level == AutomationLevel.SEMI_CORE && hasPath && folder != FolderClass.CORE;
        boolean temp = level == AutomationLevel.SEMI_NON_TEMP && hasPath && folder == FolderClass.TEMP;
        return core || temp ? Mode.AUTOMATIC : Mode.NEEDS_APPROVAL;
    }

    @Test
    void everyCombination() {
        Policy policy = EngineCase.policy();
        var wrong = new ArrayList<String>();
        int automatic = 0;
        int all = 0;
        for (boolean stopped : List.of(false, true)) {
            Policy set = policy.withLimits(7, 100, 10, stopped, false);
            for (Verdict verdict : Verdict.values()) {
                for (AutomationLevel level : AutomationLevel.values()) {
                    for (FolderClass folder : FolderClass.values()) {
                        for (ActionType type : ActionType.values()) {
                            AutomationPolicy.Decision decision =
                                    AutomationPolicy.decide(
                                            verdict, type, target(type), Optional.of(PC1), level, folder, set);
                            all++;
                            automatic += decision.automatic() ? 1 : 0;
                            if (decision.mode() != expected(verdict, level, folder, type, stopped)
                                    || decision.reason().isBlank()) {
                                wrong.add(
                                        verdict + " " + level + " " + folder + " " + type + " " + stopped + ": "
                                                + decision);
                            }
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(all).isEqualTo(2 * 4 * 5 * 3 * ActionType.values().length);
        assertThat(automatic).as("some run by themselves, and none while stopped").isEqualTo(8 * 3 + 5 * 2 + 5);
    }

    private static Entity target(ActionType type) {
        return java.util.Objects.requireNonNull(TARGETS.get(type));
    }

    @Test
    void whatNamesNoFileWaitsUnderTheFolderLevels() {
        Entity.Process nameless =
                new Entity.Process("PC1", 7, Story.at(0), "", "", Story.file("", "", ""), "", 0, null, "");
        Entity.Service service = new Entity.Service("PC1", "evil", "", "");
        for (Entity target : List.of(nameless, service)) {
            for (AutomationLevel level : List.of(AutomationLevel.SEMI_CORE, AutomationLevel.SEMI_NON_TEMP)) {
                assertThat(
                                AutomationPolicy.decide(
                                                Verdict.MALICIOUS,
                                                ActionType.STOP_SERVICE,
                                                target,
                                                Optional.of(PC1),
                                                level,
                                                FolderClass.OTHER,
                                                EngineCase.policy())
                                        .mode())
                        .isEqualTo(Mode.NEEDS_APPROVAL);
            }
        }
    }
}
