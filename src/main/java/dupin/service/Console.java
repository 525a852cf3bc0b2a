package dupin.service;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;

/// The program behind the window: settings, recent cases and opening of cases.
public final class Console {
    private static final System.Logger LOG = System.getLogger(Console.class.getName());
    private final SettingsFile settings;
    private final HuntShelf hunts;
    private final ViewShelf views;
    private final ResponderShelf responders;
    private final Runbooks runbooks;
    private final Cases cases;
    private final Jobs jobs;
    private final People people;

    /// @param home folder of the settings file
    public Console(Path home, Clock clock, int workers) {
        this.settings = new SettingsFile(home.resolve("settings.json"));
        this.hunts = new HuntShelf(home.resolve("hunts.json"));
        this.views = new ViewShelf(home.resolve("views.json"));
        this.responders = new ResponderShelf(home);
        this.runbooks = new Runbooks(home);
        this.cases = new Cases(clock, workers);
        this.people = new People(home.resolve("operators.json"), clock);
        this.jobs = new Jobs(task -> Thread.ofPlatform().daemon().name("dupin-console").start(task), clock);
    }

    /// Who may use this console, and who does.
    public People people() {
        return people;
    }

    /// Queries that were asked or saved, in whatever case.
    public HuntShelf hunts() {
        return hunts;
    }

    /// Views of tables that were saved, in whatever case.
    public ViewShelf views() {
        return views;
    }

    /// Whom actions may go to beside the simulated estate.
    public ResponderShelf responders() {
        return responders;
    }

    /// Plans for a person.
    public Runbooks runbooks() {
        return runbooks;
    }

    public SettingsFile settings() {
        return settings;
    }

    /// Long works that belong to no open case: opening one, closing one.
    public Jobs jobs() {
        return jobs;
    }

    /// Opens or creates a case and remembers it among the recent ones; see [Cases#open]. A new one begins with the packs of
    /// the folders that the settings name.
    public CaseSession open(Path folder, Progress progress) {
        boolean fresh = !CaseFolder.isCase(folder);
        CaseSession session = cases.open(folder, people, progress);
        settings.remember(session.folder());
        if (fresh) {
            settings.get().packFolders().forEach(packs -> begin(session, Path.of(packs), progress));
        }
        return session;
    }

    /// A folder that is gone does not keep a case from being created.
    private void begin(CaseSession session, Path packs, Progress progress) {
        try {
            var _ = session.intel().add(packs, people.actor(settings.get().operator()), progress);
        } catch (Problem e) {
            LOG.log(Level.WARNING, "A new case begins without the packs of {0}: {1}", packs, e.sentence());
        }
    }
}
