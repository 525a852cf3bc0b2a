package dupin.ui;

import dupin.model.Alert;
import dupin.model.AlertPolicy;
import dupin.model.Entry;
import dupin.model.FolderClass;
import dupin.model.Investigation;
import dupin.model.Pack;
import dupin.model.Policy;
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
import dupin.service.Job;
import dupin.service.People;
import dupin.service.Problem;
import dupin.service.Progress;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TuningCommands;
import dupin.ui.policy.PolicyDeeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What the Policies page asks of the open case, in the name of whoever is at the console. Everything blocks: background
/// only.
final class SessionPolicyDeeds implements PolicyDeeds {
    private final CaseSession session;
    private final Supplier<String> operator;
    private final PackFolders packFolders;

    /// @param operator name of the person, asked anew for each command
    /// @param packFolders told of folders whose packs were added or removed
    SessionPolicyDeeds(CaseSession session, Supplier<String> operator, PackFolders packFolders) {
        this.session = session;
        this.operator = operator;
        this.packFolders = packFolders;
    }

    @Override
    public TuningCommands tuning() {
        return new SessionTuning(session, operator);
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
