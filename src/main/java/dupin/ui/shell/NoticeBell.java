package dupin.ui.shell;

import dupin.ui.fx.Alarm;
import java.time.Duration;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// Notices of what happened meanwhile, behind a bell: the last one stands beside it for a moment, none covers anything and
/// none takes the focus. FX thread.
public final class NoticeBell extends HBox {
    private static final int KEPT = 40;
    private static final int LINE = 90;
    private static final Duration STAY = Duration.ofSeconds(12);

    private final List<Notice> notices = new ArrayList<>();
    private final MenuButton bell = new MenuButton("", Icon.ALERT.node("icon-small"));
    private final Label latest = new Label();
    private final Alarm stay = new Alarm(() -> latest.setText(""));
    private int unread;

    /// @param open leads to what it is about
    public record Notice(Instant at, Icon icon, String text, Runnable open) {}

    NoticeBell() {
        getStyleClass().add("notice-bell");
        bell.setId("notices-bell");
        bell.getStyleClass().add("quiet");
        bell.setTooltip(new Tooltip(Messages.text("notice.bell")));
        bell.setOnShowing(_ -> {
            unread = 0;
            fill();
        });
        latest.setMinWidth(0);
        latest.setMaxWidth(420);
        getChildren().addAll(latest, bell);
        fill();
        count();
    }

    void tell(List<Notice> more) {
        if (more.isEmpty()) {
            return;
        }
        notices.addAll(0, more);
        while (notices.size() > KEPT) {
            notices.removeLast();
        }
        unread += more.size();
        latest.setText(Elide.middle(more.getFirst().text(), LINE));
        stay.set(STAY);
        fill();
        count();
    }

    void clear() {
        notices.clear();
        unread = 0;
        latest.setText("");
        fill();
        count();
    }

    private void count() {
        bell.setText(unread == 0 ? "" : unread > 99 ? "99+" : Integer.toString(unread));
        bell.setAccessibleText(Messages.text("notice.count", unread));
    }

    private void fill() {
        bell.getItems().clear();
        if (notices.isEmpty()) {
            var none = new MenuItem(Messages.text("notice.none"));
            none.setDisable(true);
            bell.getItems().add(none);
            return;
        }
        for (Notice notice : notices) {
            var item =
                    new MenuItem(
                            Times.minute(notice.at()) + "   " + Elide.middle(notice.text(), LINE),
                            notice.icon().node("icon-small"));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> notice.open().run());
            bell.getItems().add(item);
        }
        var clear = new MenuItem(Messages.text("notice.clear"), Icon.CLOSE.node("icon-small"));
        clear.setOnAction(_ -> clear());
        bell.getItems().addAll(new SeparatorMenuItem(), clear);
        count();
    }
}
