package dupin.ui;

import dupin.service.CaseFolder;
import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Job;
import dupin.service.Places;
import dupin.service.Product;
import dupin.service.Sample;
import dupin.service.Settings;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.FxThread;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.WindowDialogs;
import dupin.ui.settings.SettingsView;
import dupin.ui.shell.Commands;
import dupin.ui.shell.MainWindow;
import dupin.ui.shell.Page;
import dupin.ui.shell.Palette;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The window: what its own controls and the command palette ask for, whatever case is in it. FX thread.
final class Workbench implements Commands {
    private final Places places;
    private final Console console;
    private final MainWindow window;
    private final Palette palette;
    private final Faults faults;
    private final FirstTour tour;
    private final Preferences preferences;
    private final CurrentCase current;
    private final Live<List<Job>> jobs;

    Workbench(Places places, Console console) {
        this.places = places;
        this.console = console;
        preferences = new Preferences(console, this::scene, this::redraw);
        window = new MainWindow(this, this::openPalette);
        faults = new Faults(window.root());
        var fx = new FxThread();
        tour = new FirstTour(this, preferences::get, preferences::keep, fx);
        current = new CurrentCase(console, faults, fx, this::view);
        palette = new Palette(window.root(), this::commands);
        var pump = new ChangePump(Runnable::run, fx, fx::after, System::nanoTime, ChangePump.PERIOD, faults::tell);
        jobs = pump.live(this::running, window::jobs);
        console.jobs().listen(jobs::invalidate);
        window.page(
                Page.SETTINGS,
                new SettingsView(
                        preferences::get,
                        preferences::keep,
                        tour::start,
                        Product.NAME + " " + Product.VERSION,
                        places.data().toString()));
        noCase();
    }

    private @Nullable Scene scene() {
        return window.root().getScene();
    }

    private void redraw() {
        current.redraw();
    }

    /// Puts the pages of a case into the window.
    private CaseView view(CaseSession session) {
        return new CaseView(session, window, preferences::get, preferences.packFolders(), console, faults);
    }

    Parent root() {
        return window.root();
    }

    MainWindow window() {
        return window;
    }

    /// What the person has set, and what the window wears.
    Preferences preferences() {
        return preferences;
    }

    /// The case that was open last, or the sample when there was none; at the first start with the tour.
    void openSomething() {
        recent().stream()
                .filter(CaseFolder::isCase)
                .findFirst()
                .ifPresentOrElse(this::open, () -> samples().stream().findFirst().ifPresent(s -> openSample(s.id())));
    }

    /// Remembers how large the window is and how the workspace is divided.
    void keepLayout(double width, double height, boolean maximized) {
        CaseView view = current.view();
        Settings now = preferences.get();
        Settings next = maximized ? now : now.withSize(width, height);
        preferences.keep(view == null ? next : next.withLayout(view.layout(maximized)));
    }

    /// Puts a case on the screen.
    CaseView show(CaseSession session) {
        CaseView view = current.show(session, preferences.get().layout());
        session.jobs().listen(jobs::invalidate);
        return view;
    }

    /// The case on the screen.
    @Nullable CaseView caseView() {
        return current.view();
    }

    /// Whether a case is open and its first incident on the screen.
    boolean settled() {
        CaseView view = current.view();
        return view != null && view.settled();
    }

    /// Closes the case, then calls back on the FX thread.
    void leave(Runnable then) {
        current.leave(then);
    }

    @Override
    public void chooseCase() {
        dialogs()
                .openFolder(
                        Messages.text("window.chooseCase"),
                        folder -> {
                            if (CaseFolder.isCase(folder)) {
                                open(folder);
                            } else {
                                faults.tell(
                                        Messages.text("window.noCaseThere"),
                                        Messages.text("window.noCaseThereHelp", folder));
                            }
                        });
    }

    @Override
    public void newCase() {
        dialogs()
                .ask(
                        new Dialogs.Question(
                                Messages.text("window.newCase"),
                                Messages.text("window.newCaseHelp", places.cases()),
                                Messages.text("window.newCasePrompt"),
                                Messages.text("window.create"),
                                Dialogs.Need.NAME),
                        name -> open(places.freeCase(name)));
    }

    @Override
    public void open(Path folder) {
        open(folder, () -> {});
    }

    @Override
    public void openSample(String id) {
        sampleCases().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .ifPresent(sample -> {
                    Path folder = places.cases().resolve(sample.name() + CaseFolder.SUFFIX);
                    open(folder, () -> bring(sample));
                });
    }

    @Override
    public void closeCase() {
        leave(() -> {});
        noCase();
    }

    @Override
    public List<Path> recent() {
        return console.settings().get().recentCases().stream().map(Path::of).filter(Files::isDirectory).toList();
    }

    @Override
    public List<SampleItem> samples() {
        return sampleCases().stream().map(s -> new SampleItem(s.id(), s.name(), s.summary())).toList();
    }

    @Override
    public void chooseImport() {
        withCase(view -> view.imports().choose());
    }

    @Override
    public void chooseImportFolder() {
        withCase(view -> view.imports().chooseFolder());
    }

    @Override
    public void importFiles(List<Path> files) {
        if (files.size() == 1 && CaseFolder.isCase(files.getFirst())) {
            open(files.getFirst());
        } else {
            withCase(view -> view.imports().check(files));
        }
    }

    @Override
    public void search(String words) {
        withCase(view -> view.go().search(words));
    }

    @Override
    public void stopAutomation(boolean stop) {
        withCase(view -> view.stopAutomation(stop));
    }

    @Override
    public void failed() {
        withCase(view -> view.go().failed());
    }

    private void withCase(Consumer<CaseView> act) {
        CaseView view = current.view();
        if (view == null) {
            window.root().toasts().warn(Messages.text("window.openFirst"));
        } else {
            act.accept(view);
        }
    }

    private void open(Path folder, Runnable then) {
        if (current.is(folder)) {
            window.root().toasts().say(Messages.text("window.alreadyOpen"));
            return;
        }
        if (current.view() == null) {
            NoCasePages.opening(window, folder);
        }
        current.open(
                folder,
                session -> {
                    show(session);
                    then.run();
                },
                () -> {
                    if (current.view() == null) {
                        noCase();
                    }
                });
    }

    /// Imports a sample's files unless the case holds them already.
    private void bring(Sample sample) {
        withCase(view -> {
            view.imports().take(Messages.text("window.sample", sample.name()), sample.files());
            window.go(Page.INCIDENTS);
            tour.startWhenSettled();
        });
    }

    private void noCase() {
        NoCasePages.none(window, () -> samples().stream().findFirst().ifPresent(s -> openSample(s.id())));
    }

    private List<Sample> sampleCases() {
        return Sample.all(places.samples());
    }

    private List<Job> running() {
        var all = new ArrayList<>(console.jobs().running());
        CaseView view = current.view();
        if (view != null) {
            all.addAll(view.session().jobs().running());
        }
        return List.copyOf(all);
    }

    private Dialogs dialogs() {
        return new WindowDialogs(window.root());
    }

    private void openPalette() {
        CaseView view = current.view();
        palette.open(view == null ? null : view.finder());
    }

    private List<Palette.Item> commands() {
        CaseView view = current.view();
        return PaletteItems.of(
                this,
                window,
                view == null ? List.of() : view.commands(),
                List.of(
                        new Palette.Item(Icon.HELP, Messages.text("window.tour"), "", tour::start),
                        new Palette.Item(
                                Icon.WARNING,
                                Messages.text("window.problems"),
                                "",
                                () -> faults.problems().open(dialogs()))),
                theme -> preferences.keep(preferences.get().withTheme(theme)));
    }
}
