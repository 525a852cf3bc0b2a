package dupin.ui;

import dupin.service.CaseFolder;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.shell.MainWindow;
import dupin.ui.shell.Page;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/// What stands on the pages while there is no case, or not yet. FX thread.
final class NoCasePages {
    private static final Set<Page> OF_A_CASE = EnumSet.complementOf(EnumSet.of(Page.SETTINGS));

    private NoCasePages() {}

    static void none(MainWindow window, Runnable openSample) {
        window.noCase();
        OF_A_CASE.forEach(page ->
                window.page(
                        page,
                        new EmptyState(
                                Icon.OPEN,
                                Messages.text("window.empty"),
                                Messages.text("window.emptyHelp"),
                                Messages.text("window.openSample"),
                                openSample)));
    }

    static void opening(MainWindow window, Path folder) {
        String name = new CaseFolder(folder).name();
        OF_A_CASE.forEach(page ->
                window.page(
                        page,
                        new EmptyState(
                                Icon.OPEN,
                                Messages.text("window.opening", name),
                                Messages.text("window.openingHelp"))));
    }
}
