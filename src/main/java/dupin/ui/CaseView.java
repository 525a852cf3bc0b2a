package dupin.ui;

import dupin.service.CaseSession;
import dupin.service.CaseStatus;
import dupin.service.Change;
import dupin.service.ChangeFeed;
import dupin.service.Console;
import dupin.service.Settings;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Live;
import dupin.ui.shell.MainWindow;
import dupin.ui.shell.Palette;
import java.util.List;
import java.util.function.Supplier;

/// One open case in the window: its pages, its status and notices, its commands. FX thread; changes arrive from any.
final class CaseView implements AutoCloseable {
    private final CaseSession session;
    private final SessionDeeds deeds;
    private final Frame frame;
    private final ImportFlow imports;
    private final ListDeeds orders;
    private final CasePages pages;
    private final CaseNotices notices;
    private final Live<CaseStatus> status;
    private final ChangeFeed.Subscription subscription;

    /// @param settings asked anew whenever they are needed
    /// @param packFolders told of folders whose packs were added or removed
    /// @param console what belongs to the person and no case: hunts, views, responders
    CaseView(
            CaseSession session,
            MainWindow window,
            Supplier<Settings> settings,
            PackFolders packFolders,
            Console console,
            Faults faults) {
        this.session = session;
        Supplier<String> operator = () -> console.people().actor(settings.get().operator());
        var pump = ChangePump.onScreen(session.readers(), session.painters(), faults::tell);
        frame = Frame.of(window.root(), pump, session.clock()).with(console.views());
        deeds = new SessionDeeds(session, operator);
        pump.once(deeds::readRules, _ -> {});
        imports = new ImportFlow(session, operator, frame.dialogs(), frame.toasts(), faults);
        orders = new ListDeeds(deeds, frame, imports::choose);
        var context = new CaseContext(session.desk(), deeds, session.changes(), session.weights(), frame);
        var policyDeeds = new SessionPolicyDeeds(session, operator, packFolders);
        pages = new CasePages(session, window, context, policyDeeds, orders, operator, console);
        status = pump.live(session.desk()::status, window::show);
        notices =
                new CaseNotices(
                        session.news(),
                        frame,
                        window,
                        () -> settings.get().comfort().notices(),
                        pages.navigation()::incident);
        window.caseOpen(session.name());
        subscription = session.changes().subscribe(this::changed);
        status.invalidate();
        pages.fill();
    }

    private void changed(Change change) {
        status.invalidate();
        notices.invalidate();
        if (change.policy()) {
            frame.pump().once(deeds::readRules, _ -> {});
        }
        pages.changed(change);
    }

    CaseSession session() {
        return session;
    }

    CasePages pages() {
        return pages;
    }

    /// Ways to whatever the case has.
    CaseNavigation go() {
        return pages.navigation();
    }

    ImportFlow imports() {
        return imports;
    }

    /// The incident that is shown; "" for none.
    String incident() {
        return pages.workspace().incident();
    }

    /// Shows an incident without turning to its page.
    void reopen(String id) {
        if (!id.isEmpty()) {
            pages.workspace().open(id);
        }
    }

    /// Asks, then stops all automation or lets it go on.
    void stopAutomation(boolean stop) {
        AutomationStop.ask(frame, stop, () -> deeds.stopAutomation(stop, ""));
    }

    /// What can be done with the open case, for the command palette.
    List<Palette.Item> commands() {
        return new CaseCommands(pages, orders).items();
    }

    Palette.Finder finder() {
        return new Palette.Finder(frame.pump(), new CaseFinder(session.desk(), go())::find);
    }

    /// Divides the workspace as it was divided before.
    void layout(Settings.Layout layout) {
        pages.workspace().layout(layout);
    }

    /// How the workspace is divided now.
    Settings.Layout layout(boolean maximized) {
        return pages.workspace().layout(maximized);
    }

    /// Whether the first incident is on the screen.
    boolean settled() {
        return pages.workspace().settled();
    }

    /// Takes everything of the case off the screen's hands; the session is the caller's.
    @Override
    public void close() {
        subscription.close();
        pages.close();
        notices.close();
        status.dispose();
    }
}
