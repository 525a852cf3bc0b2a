package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.people.Role;
import dupin.service.People;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.UiTest;
import dupin.ui.people.SignInPane;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// The cover of a console with operators goes away for the right passphrase only.
class WindowPeopleTest extends UiTest {
    @TempDir private Path home;
    private People people;
    private Overlay window;

    @Override
    protected Parent view() {
        people = new People(home.resolve("operators.json"), Clock.systemUTC());
        people.add("ada", Role.ADMINISTRATOR, "a long enough passphrase".toCharArray());
        people.signOut();
        window = new Overlay(new BorderPane());
        window.cover(new SignInPane(people, task -> Thread.ofVirtual().start(task), window::uncover));
        return window;
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(condition));
    }

    private void type(String passphrase) {
        onFx(() -> {
            var field = (PasswordField) window.lookup("#sign-in-passphrase");
            field.setText(passphrase);
            field.fireEvent(new ActionEvent());
        });
    }

    @Test
    void theCoverStaysForAWrongPassphraseAndGoesForTheRightOne() throws Exception {
        assertThat(window.covered()).isTrue();
        type("not the passphrase");
        until(() -> ((Label) window.lookup("#sign-in-refusal")).getText().contains("wrong"));
        assertThat(people.signedIn()).isEmpty();
        shot("sign-in");
        type("a long enough passphrase");
        until(() -> !window.covered());
        assertThat(people.signedIn()).isPresent();
        assertThat(people.actor("me")).isEqualTo("ada");
    }
}
