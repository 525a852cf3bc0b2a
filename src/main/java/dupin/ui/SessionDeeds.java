package dupin.ui;

import org.jspecify.annotations.Nullable;
import java.util.Map;
import dupin.model.ActionType;
import dupin.model.Alert;
import dupin.model.AlertPolicy;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.FolderClass;
import dupin.model.Incident;
import dupin.model.Pack;
import dupin.model.Policy;
import dupin.model.Investigation;
import dupin.model.Verdict;
import dupin.model.people.Operator;
import dupin.model.people.Role;
import dupin.model.policy.Drift;
import dupin.model.policy.Fault;
import dupin.model.policy.MatrixCell;
import dupin.model.policy.PastDecision;
import dupin.model.policy.Preset;
import dupin.model.policy.Recommendation;
import dupin.model.policy.Requirement;
import dupin.model.policy.WhatIfReport;
import dupin.service.CaseSession;
import dupin.service.IntelPacks;
import dupin.model.policy.ApprovalRules;
import dupin.service.Deciders;
import dupin.service.ItemResult;
import dupin.service.Job;
import dupin.service.People;
import dupin.service.Problem;
import dupin.service.Progress;
import dupin.ui.fx.AlertCommands;
import dupin.ui.fx.Deeds;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TuningCommands;
import dupin.ui.policy.PolicyDeeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Commands to the open case in the name of whoever is at the console. Everything blocks: background only.
final class SessionDeeds implements Deeds, PolicyDeeds {
    private final CaseSession session;
    private final Supplier<String> operator;
    private final PackFolders packFolders;
    private volatile ApprovalRules rules = ApprovalRules.NONE;

    /// As below, where nothing is remembered beyond the case.
    SessionDeeds(CaseSession session, Supplier<String> operator) {
        this(session, operator, PackFolders.NONE);
    }

    /// @param operator name of the person, asked anew for each command
    SessionDeeds(CaseSession session, Supplier<String> operator, PackFolders packFolders) {
        this.session = session;
        this.operator = operator;
        this.packFolders = packFolders;
    }

    @Override
    public List<ItemResult> approve(List<String> actionIds, String comment) {
        return session.actions().approve(actionIds, operator.get(), comment);
    }

    /// Reads what [#approvalRules] answers.
    boolean readRules() {
        rules = policy().approvals();
        return true;
    }

    @Override
    public ApprovalRules approvalRules() {
        return rules;
    }

    @Override
    public Optional<Deciders> deciders(String actionId) {
        return session.deciders(actionId);
    }

    @Override
    public List<ItemResult> reject(List<String> actionIds, String comment) {
        return session.actions().reject(actionIds, operator.get(), comment);
    }

    @Override
    public List<ItemResult> undo(List<String> actionIds, String comment) {
        return session.actions().undo(actionIds, operator.get(), comment);
    }

    @Override
    public String request(
            ActionType type,
            EntityKey entity,
            @Nullable EntityKey device,
            Map<String, String> parameters,
            String reason) {
        return session.requests().ask(type, entity, device, parameters, reason, operator.get());
    }

    @Override
    public List<ItemResult> cancelActions(List<String> actionIds, String comment) {
        return session.actions().cancel(actionIds, operator.get(), comment);
    }

    @Override
    public String investigate(EntityKey entity) {
        return session.investigations().startOn(entity, operator.get());
    }

    @Override
    public String investigateAlert(String alertId) {
        return session.investigations().startOnAlert(alertId, operator.get());
    }

    @Override
    public String investigateIncident(String incidentId) {
        return session.investigations().start(incidentId, operator.get());
    }

    @Override
    public void cancel(String investigationId) {
        session.investigations().cancel(investigationId, operator.get());
    }

    @Override
    public int override(EntityKey entity, Verdict verdict, String reason) {
        return session.overrides().override(entity, verdict, reason, operator.get());
    }

    @Override
    public void withdrawOverride(EntityKey entity, String reason) {
        session.overrides().withdraw(entity, reason, operator.get());
    }

    @Override
    public void manage(String incidentId, List<Entry.Change> changes) {
        session.notes().manage(incidentId, changes, operator.get());
    }

    void merge(List<String> from, String into, String reason) {
        session.notes().merge(from, into, reason, operator.get());
    }

    void unmerge(String incidentId, String reason) {
        session.notes().unmerge(incidentId, reason, operator.get());
    }

    @Override
    public AlertCommands onAlerts() {
        return new SessionAlerts(session, operator);
    }

    @Override
    public TuningCommands tuning() {
        return new SessionTuning(session, operator);
    }

    @Override
    public void comment(String subject, String text) {
        session.notes().comment(subject, text, operator.get());
    }

    List<ItemResult> setStatus(List<Incident> incidents, Incident.Status status) {
        return session.notes()
                .manageAll(
                        incidents,
                        incident ->
                                incident.status() == status
                                        ? List.of()
                                        : List.of(
                                                new Entry.Change("status", incident.status().label(), status.label())),
                        operator.get());
    }

    List<ItemResult> assignToMe(List<Incident> incidents) {
        String me = operator.get();
        return session.notes()
                .manageAll(
                        incidents,
                        incident ->
                                incident.assignedTo().equals(me)
                                        ? List.of()
                                        : List.of(new Entry.Change("assignedTo", incident.assignedTo(), me)),
                        me);
    }

    void stopAutomation(boolean stop, String comment) {
        Policy p = policy();
        save(
                p.withLimits(p.pendingExpiryDays(), p.maxAutomaticPerHour(), p.expansionGate(), stop, p.blindReview()),
                comment);
    }

    @Override
    public HeldRules rules() {
        List<Pack> packs = session.detection().packs();
        Set<String> off = packs.stream().map(Pack::name).filter(session.detection()::off).collect(Collectors.toSet());
        return new HeldRules(packs, off, session.detection().lastRun());
    }

    @Override
    public Pack addRules(Path folder) {
        return session.detection().add(folder, operator.get());
    }

    @Override
    public void removeRules(Pack pack) {
        session.detection().remove(pack.name(), operator.get());
    }

    @Override
    public void switchRules(Pack pack, boolean on) {
        session.detection().switchTo(pack.name(), on, operator.get());
    }

    @Override
    public void detect(Progress progress) {
        session.detection().run(operator.get(), progress);
    }

    @Override
    public Job start(String title, Consumer<Progress> work) {
        return session.jobs().start(title, work::accept);
    }

    @Override
    public Policy policy() {
        return session.policies().policy();
    }

    @Override
    public List<Entry.Change> changes(Policy draft) {
        return session.policies().changes(draft);
    }

    @Override
    public List<Entry.Change> save(Policy draft, String comment) {
        return session.policies().change(draft, operator.get(), comment);
    }

    @Override
    public List<String> devices(Policy draft, String group) {
        return session.policies().preview(draft, group);
    }

    @Override
    public Held packs() {
        return new Held(session.intel().list(), session.intel().faults());
    }

    @Override
    public IntelPacks.Found addPacks(Path folder, Progress progress) {
        IntelPacks.Found found = session.intel().add(folder, operator.get(), progress);
        packFolders.remember(folder);
        return found;
    }

    @Override
    public void removePack(Pack pack) {
        session.intel().remove(pack, operator.get());
        if (session.intel().list().stream().noneMatch(p -> p.folder().equals(pack.folder()))) {
            packFolders.forget(Path.of(pack.folder()));
        }
    }

    @Override
    public Shelf playbooks() {
        var running = new TreeMap<String, List<String>>();
        for (Investigation run : session.desk().investigations()) {
            if (!run.analysed() && !run.state().ended() && !run.steps().isEmpty()) {
                String step = run.playbookId() + " " + run.steps().getLast().playbookStep();
                running.computeIfAbsent(step, _ -> new ArrayList<>()).add(run.id());
            }
        }
        return new Shelf(session.playbooks().list(), running);
    }

    @Override
    public Pack addPlaybooks(Path folder) {
        return session.playbooks().add(folder, operator.get());
    }

    @Override
    public List<Alert> alerts(AlertPolicy policy) {
        return session.policies().matching(policy);
    }

    @Override
    public List<MatrixCell> matrix(Policy policy) {
        return session.review().matrix(policy);
    }

    @Override
    public List<PastDecision> pastDecisions() {
        return session.review().pastDecisions();
    }

    @Override
    public WhatIfReport whatIf(Policy draft) {
        return session.review().whatIf(draft, session.clock().instant());
    }

    @Override
    public List<Preset> presets() {
        return session.review().presets();
    }

    @Override
    public List<Recommendation> recommendations(Policy policy, Preset preset) {
        return session.review().recommendations(policy, preset);
    }

    @Override
    public Policy apply(Policy policy, Preset preset, String setting) {
        return session.review().apply(policy, preset, setting);
    }

    @Override
    public List<Fault> faults(Policy policy) {
        return session.review().faults(policy, session.clock().instant());
    }

    @Override
    public List<Drift> drift() {
        return session.review().drift();
    }

    @Override
    public List<Requirement> readiness() {
        return session.review().readiness(policy());
    }

    private People console() {
        return session.people()
                .orElseThrow(() -> new Problem("This case was opened without a console.", "Nothing was changed.", ""));
    }

    @Override
    public Staffing people() {
        return session.people()
                .map(p -> new Staffing(p.list(), p.signedIn().map(Operator::name).orElse("")))
                .orElse(new Staffing(List.of(), ""));
    }

    @Override
    public void addOperator(String name, Role role, char[] passphrase) {
        console().add(name, role, passphrase);
    }

    @Override
    public void changeRole(String name, Role role) {
        console().changeRole(name, role);
    }

    @Override
    public void resetPassphrase(String name, char[] passphrase) {
        console().reset(name, passphrase);
    }

    @Override
    public void removeOperator(String name) {
        console().remove(name);
    }

    @Override
    public void lockConsole() {
        console().lock();
    }

    @Override
    public String signJournal() {
        return Messages.text("people.signed", session.signing().sign().lastSeq());
    }

    @Override
    public FolderClass classify(Policy draft, String path) {
        return session.policies().classify(draft, path);
    }
}
