package dupin.ui;

import dupin.service.Console;
import dupin.service.Settings;
import dupin.ui.fx.Look;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import java.util.function.Supplier;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The person's settings in force: the window wears them at once, the disk gets them behind the screen. FX thread; [#get]
/// from any.
final class Preferences {
    private final Console console;
    private final Supplier<@Nullable Scene> scene;
    private final Runnable zoneMoved;
    private volatile Settings settings;

    /// @param scene what wears theme and letters; null before there is one
    /// @param zoneMoved told when times are written in another zone from now on
    Preferences(Console console, Supplier<@Nullable Scene> scene, Runnable zoneMoved) {
        this.console = console;
        this.scene = scene;
        this.zoneMoved = zoneMoved;
        settings = console.settings().get();
        Times.show(Times.zone(settings.zone()));
        Look.onSystemChange(() -> {
            if (settings.theme().equals("SYSTEM")) {
                dress();
            }
        });
    }

    Settings get() {
        return settings;
    }

    void keep(Settings next) {
        boolean dressed = !next.theme().equals(settings.theme()) || !next.comfort().equals(settings.comfort());
        boolean moved = !next.zone().equals(settings.zone());
        settings = next;
        if (moved) {
            Times.show(Times.zone(next.zone()));
            zoneMoved.run();
        }
        console.jobs().start(Messages.text("window.keepSettings"), _ -> console.settings().keep(next));
        if (dressed) {
            dress();
        }
    }

    /// Folders of packs are remembered with the rest.
    PackFolders packFolders() {
        return new RememberedFolders(console.settings(), list -> settings = settings.withPackFolders(list));
    }

    /// Dresses the scene as the settings say.
    void dress(Scene on) {
        Settings.Comfort comfort = settings.comfort();
        new Look(Look.theme(settings.theme()), comfort.roomy(), comfort.fontPercent()).applyTo(on);
    }

    private void dress() {
        Scene now = scene.get();
        if (now != null) {
            dress(now);
        }
    }
}
