package dupin.ui;

import dupin.model.EntityKey;
import dupin.model.Incident;
import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Desk;
import dupin.service.IncidentQuery;
import dupin.service.Places;
import dupin.service.Progress;
import dupin.service.Sample;
import dupin.ui.fx.FxThread;
import dupin.ui.shell.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;

/// The console's whole work, once, before anybody watches: all samples and some more files are investigated under a window
/// that nobody sees while its pages and tabs are turned. When a distribution is built Java learns from it which classes are
/// needed and which code is busy, and writes that down beside the program; a first start then draws as quickly as a second.
/// Needs no display. Not on the FX thread; once a process.
public final class Rehearsal {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final long GLANCE_MILLIS = 120;
    private static final int FLYOUTS = 6;
    private static final int OPENINGS = 2;

    private final FxThread fx = new FxThread();
    private final Workbench workbench;
    private final Scene scene;
    private final CaseView view;

    private Rehearsal(Workbench workbench, Scene scene, CaseView view) {
        this.workbench = workbench;
        this.scene = scene;
        this.view = view;
    }

    /// @param more exports besides the samples
    public static void run(Places places, List<Path> more) throws InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var console = new Console(places.data(), Clock.systemUTC(), 1);
        Path folder = places.freeCase("Rehearsal");
        try (CaseSession session = console.open(folder, Progress.NONE)) {
            var opened = new CompletableFuture<Rehearsal>();
            Platform.startup(() -> opened.complete(open(places, console, session)));
            Rehearsal rehearsal = opened.join();
            rehearsal.play(session, places, more);
            rehearsal.ask(() -> {
                rehearsal.view.close();
                return true;
            });
        }
        // A case that is there is read by code that a new one does not need.
        for (int i = 0; i < OPENINGS; i++) {
            console.open(folder, Progress.NONE).close();
        }
        Platform.exit();
    }

    private static Rehearsal open(Places places, Console console, CaseSession session) {
        var workbench = new Workbench(places, console);
        var scene = new Scene(workbench.root(), WIDTH, HEIGHT);
        workbench.preferences().dress(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return new Rehearsal(workbench, scene, workbench.show(session));
    }

    /// The files come in at one side while the pages are turned at the other, then again with the first incident in view.
    private void play(CaseSession session, Places places, List<Path> more) throws InterruptedException {
        for (Sample sample : Sample.all(places.samples())) {
            whileTurning(() -> bring(session, sample.files()));
        }
        turn(Page.INCIDENTS);
        bring(session, more);
        look(session.desk());
        turnAll();
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void whileTurning(Work work) throws InterruptedException {
        var on = new AtomicBoolean(true);
        var turned = new CompletableFuture<Boolean>();
        fx.execute(() -> next(new ArrayList<>(), on, turned));
        work.run();
        on.set(false);
        turned.join();
    }

    /// Turns pages on the FX thread for as long as the work lasts.
    private void next(List<Page> left, AtomicBoolean on, CompletableFuture<Boolean> turned) {
        if (!on.get()) {
            turned.complete(true);
            return;
        }
        if (left.isEmpty()) {
            left.addAll(List.of(Page.values()));
        }
        workbench.window().go(left.removeFirst());
        fx.after(java.time.Duration.ofMillis(GLANCE_MILLIS), () -> next(left, on, turned));
    }

    private static void bring(CaseSession session, List<Path> files) throws InterruptedException {
        session.imports().commit(session.imports().plan(files, Progress.NONE), "rehearsal", Progress.NONE);
        session.awaitIdle();
    }

    private void turnAll() throws InterruptedException {
        for (Page page : Page.values()) {
            turn(page);
            List<TabPane> panes =
                    ask(() -> scene.getRoot().lookupAll(".tab-pane").stream().map(TabPane.class::cast).toList());
            for (TabPane pane : panes) {
                for (int i = 0; i < pane.getTabs().size(); i++) {
                    int tab = i;
                    glance(() -> pane.getSelectionModel().select(tab));
                }
            }
        }
    }

    /// Some incidents, and what is said of the entities with the most to say.
    private void look(Desk desk) throws InterruptedException {
        for (Incident incident : desk.incidents(IncidentQuery.ALL).stream().limit(FLYOUTS).toList()) {
            glance(() -> view.go().incident(incident.id()));
        }
        List<EntityKey> entities = desk.verdicts().stream().limit(FLYOUTS).map(row -> row.entity().key()).toList();
        for (EntityKey entity : entities) {
            glance(() -> view.go().entity(entity));
        }
        glance(() -> workbench.window().go(Page.HUNTING));
        glance(() -> view.pages().hunting().hunt("events | sort time desc"));
    }

    private void turn(Page page) throws InterruptedException {
        glance(() -> workbench.window().go(page));
    }

    private void glance(Runnable act) throws InterruptedException {
        ask(() -> {
            act.run();
            return true;
        });
        Thread.sleep(GLANCE_MILLIS);
    }

    private <T> T ask(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        fx.execute(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.join();
    }
}
