package dupin.service;

import java.nio.file.Path;
import java.time.Clock;

/// The program behind the window: settings, recent cases and opening of cases.
public final class Console {
    private final SettingsFile settings;
    private final Cases cases;
    private final Jobs jobs;

    /// @param home folder of the settings file
    public Console(Path home, Clock clock, int workers) {
        this.settings = new SettingsFile(home.resolve("settings.json"));
        this.cases = new Cases(clock, workers);
        this.jobs = new Jobs(task -> Thread.ofPlatform().daemon().name("dupin-console").start(task), clock);
    }

    public SettingsFile settings() {
        return settings;
    }

    /// Long works that belong to no open case: opening one, closing one.
    public Jobs jobs() {
        return jobs;
    }

    /// Opens or creates a case and remembers it among the recent ones; see [Cases#open].
    public CaseSession open(Path folder, Progress progress) {
        CaseSession session = cases.open(folder, progress);
        settings.remember(session.folder());
        return session;
    }
}
