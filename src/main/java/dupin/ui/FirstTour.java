package dupin.ui;

import dupin.service.Settings;
import dupin.ui.fx.FxThread;
import dupin.ui.shell.MainWindow;
import dupin.ui.shell.Page;
import dupin.ui.shell.Tour;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The tour: at the first start when the sample is on the screen, later when it is asked for. FX thread.
final class FirstTour {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Workbench workbench;
    private final Supplier<Settings> settings;
    private final Consumer<Settings> keep;
    private final FxThread fx;

    FirstTour(Workbench workbench, Supplier<Settings> settings, Consumer<Settings> keep, FxThread fx) {
        this.workbench = workbench;
        this.settings = settings;
        this.keep = keep;
        this.fx = fx;
    }

    /// Five steps through the workspace; that they were seen is remembered.
    void start() {
        MainWindow window = workbench.window();
        window.go(Page.INCIDENTS);
        Tour.start(window.root(), () -> keep.accept(settings.get().withTourSeen()));
    }

    /// Starts it as soon as an incident is on the screen, unless it was seen.
    void startWhenSettled() {
        MainWindow window = workbench.window();
        if (settings.get().tourSeen() || workbench.caseView() == null) {
            return;
        }
        if (workbench.settled() && window.current() == Page.INCIDENTS && !window.root().dialogShown()) {
            start();
        } else {
            fx.after(LOOK_AGAIN, this::startWhenSettled);
        }
    }
}
