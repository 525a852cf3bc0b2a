package dupin.ui;

import dupin.service.CaseNews;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import dupin.ui.shell.MainWindow;
import dupin.ui.shell.NoticeBell.Notice;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Tells the bell of new verdicts and of approvals that run out. FX thread.
final class CaseNotices implements AutoCloseable {
    private final Live<List<CaseNews.News>> live;

    /// @param wanted whether the user wants to be told
    CaseNotices(CaseNews news, Frame frame, MainWindow window, BooleanSupplier wanted, Consumer<String> incident) {
        live =
                frame.pump()
                        .live(
                                () -> news.since(frame.clock().instant()),
                                found -> {
                                    if (wanted.getAsBoolean()) {
                                        window.tell(found.stream().map(one -> notice(one, incident)).toList());
                                    }
                                });
        live.invalidate();
    }

    private static Notice notice(CaseNews.News news, Consumer<String> incident) {
        Runnable open = () -> incident.accept(news.incidentId());
        return switch (news.what()) {
            case VERDICT ->
                    new Notice(
                            news.at(), Icon.FINDING, Messages.text("notice.verdict", news.word(), news.title()), open);
            case EXPIRED -> new Notice(news.at(), Icon.CLOCK, Messages.text("notice.expired", news.title()), open);
            case EXPIRES_SOON ->
                    new Notice(
                            news.at(),
                            Icon.WARNING,
                            Messages.text("notice.soon", Times.within(news.word()), news.title()),
                            open);
        };
    }

    /// Something has changed; from any thread.
    void invalidate() {
        live.invalidate();
    }

    @Override
    public void close() {
        live.dispose();
    }
}
