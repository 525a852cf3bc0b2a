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
import dupin.ui.fx.Look;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The window and the case in it: opens, switches and closes cases behind the screen, keeps settings. FX thread.
final class Workbench implements Commands {
    private final Places places;
    private final Console console;
    private final MainWindow window;
    private final Palette palette;
    private final Faults faults;
    private final FirstTour tour;
    private final FxThread fx = new FxThread();
    private final Live<List<Job>> jobs;
    private final List<Job> closing = new CopyOnWriteArrayList<>();
    private volatile @Nullable CaseView open;
    private volatile Settings settings;

    Workbench(Places places, Console console) {
        this.places = places;
        this.console = console;
        settings = console.settings().get();
        Times.show(Times.zone(settings.zone()));
        window = new MainWindow(this, this::openPalette);
        faults = new Faults(window.root());
        tour = new FirstTour(this, () -> settings, this::keep, fx);
        palette = new Palette(window.root(), this::commands);
        var pump = new ChangePump(Runnable::run, fx, fx::after, System::nanoTime, ChangePump.PERIOD, faults::tell);
        jobs = pump.live(this::running, window::jobs);
        console.jobs().listen(jobs::invalidate);
        window.page(
                Page.SETTINGS,
                new SettingsView(
                        () -> settings,
                        this::keep,
                        tour::start,
                        Product.NAME + " " + Product.VERSION,
                        places.data().toString()));
        noCase();
        Look.onSystemChange(() -> {
            Scene scene = window.root().getScene();
            if (settings.theme().equals("SYSTEM") && scene != null) {
                dress(scene);
            }
        });
    }

    Parent root() {
        return window.root();
    }

    MainWindow window() {
        return window;
    }

    Settings settings() {
        return settings;
    }

    private PackFolders packFolders() {
        return new RememberedFolders(console.settings(), list -> settings = settings.withPackFolders(list));
    }

    /// Dresses the scene as the settings say.
    void dress(Scene scene) {
        Settings.Comfort comfort = settings.comfort();
        new Look(Look.theme(settings.theme()), comfort.roomy(), comfort.fontPercent()).applyTo(scene);
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
        CaseView view = open;
        Settings next = maximized ? settings : settings.withSize(width, height);
        keep(view == null ? next : next.withLayout(view.layout(maximized)));
    }

    /// Puts a case on the screen.
    CaseView show(CaseSession session) {
        CaseView before = open;
        if (before != null) {
            before.close();
            close(before.session());
        }
        CaseView view = view(session);
        view.layout(settings.layout());
        session.jobs().listen(jobs::invalidate);
        open = view;
        return view;
    }

    private CaseView view(CaseSession of) {
        return new CaseView(of, window, () -> settings, packFolders(), console, faults);
    }

    /// Makes all pages of the open case anew, for what is written into them differs; the incident stays.
    private void redraw() {
        CaseView before = open;
        if (before != null) {
            String incident = before.incident();
            Settings.Layout layout = before.layout(false);
            before.close();
            CaseView again = view(before.session());
            again.layout(layout);
            open = again;
            again.reopen(incident);
        }
    }

    /// The case on the screen.
    @Nullable CaseView caseView() {
        return open;
    }

    /// Whether a case is open and its first incident on the screen.
    boolean settled() {
        CaseView view = open;
        return view != null && view.settled();
    }

    /// Closes the case, then calls back on the FX thread.
    void leave(Runnable then) {
        CaseView view = open;
        if (view == null) {
            then.run();
            return;
        }
        open = null;
        view.close();
        var _ = close(view.session()).finished().thenRun(() -> fx.execute(then));
    }

    void keep(Settings next) {
        boolean dressed = !next.theme().equals(settings.theme()) || !next.comfort().equals(settings.comfort());
        boolean moved = !next.zone().equals(settings.zone());
        settings = next;
        if (moved) {
            Times.show(Times.zone(next.zone()));
            redraw();
        }
        console.jobs().start(Messages.text("window.keepSettings"), _ -> console.settings().keep(next));
        Scene scene = window.root().getScene();
        if (dressed && scene != null) {
            dress(scene);
        }
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
        CaseView view = open;
        if (view == null) {
            window.root().toasts().warn(Messages.text("window.openFirst"));
        } else {
            act.accept(view);
        }
    }

    private void open(Path folder, Runnable then) {
        CaseView now = open;
        if (now != null && now.session().folder().equals(folder.toAbsolutePath().normalize())) {
            window.root().toasts().say(Messages.text("window.alreadyOpen"));
            return;
        }
        if (now == null) {
            NoCasePages.opening(window, folder);
        }
        List<Job> before = List.copyOf(closing);
        var opened = new ArrayList<CaseSession>();
        Job job =
                console.jobs()
                        .start(
                                Messages.text("window.opening", new CaseFolder(folder).name()),
                                j -> opened.add(openAfter(before, folder, j)));
        var _ =
                job.finished()
                        .thenRun(() ->
                                fx.execute(() -> {
                                    String failure = job.failure();
                                    if (failure != null) {
                                        faults.tell(Messages.text("window.notOpened"), failure);
                                        if (open == null) {
                                            noCase();
                                        }
                                    }
                                    opened.forEach(session -> {
                                        show(session);
                                        then.run();
                                    });
                                }));
    }

    /// A case that is being closed may be the very one that is wanted again.
    private CaseSession openAfter(List<Job> before, Path folder, Job job) {
        before.forEach(other -> other.finished().join());
        return console.open(folder, job);
    }

    /// Imports a sample's files unless the case holds them already.
    private void bring(Sample sample) {
        withCase(view -> {
            view.imports().take(Messages.text("window.sample", sample.name()), sample.files());
            window.go(Page.INCIDENTS);
            tour.startWhenSettled();
        });
    }

    /// Lets works of the case come to their next stop before it is closed: a cut off write would read as a broken disk.
    private Job close(CaseSession session) {
        List<Job> works = session.jobs().running();
        works.forEach(Job::cancel);
        Job job =
                console.jobs()
                        .start(
                                Messages.text("window.closing", session.name()),
                                _ -> {
                                    works.forEach(work -> work.finished().join());
                                    session.close();
                                });
        closing.add(job);
        var _ = job.finished().thenRun(() -> closing.remove(job));
        return job;
    }

    private void noCase() {
        NoCasePages.none(window, () -> samples().stream().findFirst().ifPresent(s -> openSample(s.id())));
    }

    private List<Sample> sampleCases() {
        return Sample.all(places.samples());
    }

    private List<Job> running() {
        var all = new ArrayList<>(console.jobs().running());
        CaseView view = open;
        if (view != null) {
            all.addAll(view.session().jobs().running());
        }
        return List.copyOf(all);
    }

    private Dialogs dialogs() {
        return new WindowDialogs(window.root());
    }

    private void openPalette() {
        CaseView view = open;
        palette.open(view == null ? null : view.finder());
    }

    private List<Palette.Item> commands() {
        CaseView view = open;
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
                theme -> keep(settings.withTheme(theme)));
    }
}
