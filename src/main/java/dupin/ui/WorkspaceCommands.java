package dupin.ui;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.investigation.InvestigationHeader;
import dupin.ui.investigation.InvestigationTabs;
import dupin.ui.investigation.TabKind;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// What can be done with the incident on the screen, by name from the palette and by letter on the page. FX thread.
final class WorkspaceCommands {
    private final List<One> all = new ArrayList<>();

    /// @param letter that does it on the page; "" for none
    record One(Icon icon, String name, String letter, Runnable act) {}

    WorkspaceCommands(IncidentWorkspace workspace, Folds folds, InvestigationHeader header, InvestigationTabs tabs) {
        add(Icon.EDIT, Messages.text("workspace.manage"), "m", header::manage);
        add(Icon.COMMENT, Messages.text("workspace.comments"), "c", header::comments);
        add(Icon.STOP, Messages.text("workspace.cancel"), "", header::cancel);
        add(Icon.INVESTIGATION, Messages.text("workspace.initiate"), "", header::initiate);
        add(Icon.HISTORY, Messages.text("workspace.replay"), "p", workspace::turnReplay);
        add(Icon.CLOCK, Messages.text("window.timelineOf"), "t", workspace::timeline);
        add(Icon.FIT, Messages.text("workspace.fit"), "f", workspace.graph()::fit);
        add(Icon.FOLD_LEFT, Messages.text("workspace.foldList"), "[", folds::turnList);
        add(Icon.FOLD_RIGHT, Messages.text("workspace.foldActions"), "]", folds::turnActions);
        for (TabKind kind : TabKind.values()) {
            add(Icon.TABLE, Messages.text("workspace.tab", kind.label()), "", () -> tabs.enter(kind));
        }
    }

    private void add(Icon icon, String name, String letter, Runnable act) {
        all.add(new One(icon, name, letter, act));
    }

    List<One> all() {
        return List.copyOf(all);
    }

    /// A letter that was typed on the page.
    void typed(KeyEvent e) {
        if (e.getTarget() instanceof TextInputControl || e.isShortcutDown()) {
            return;
        }
        all.stream()
                .filter(one -> one.letter().equals(e.getCharacter()))
                .findFirst()
                .ifPresent(one -> {
                    one.act().run();
                    e.consume();
                });
    }
}
