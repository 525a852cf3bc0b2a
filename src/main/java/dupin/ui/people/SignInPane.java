package dupin.ui.people;

import dupin.model.people.Operator;
import dupin.service.People;
import dupin.service.Problem;
import dupin.ui.fx.FxThread;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Covers the console until somebody has signed in, or who is signed in has unlocked it. FX thread.
public final class SignInPane extends StackPane {
    private final People people;
    private final Executor background;
    private final Runnable then;
    private final FxThread fx = new FxThread();
    private final ComboBox<String> name = new ComboBox<>();
    private final PasswordField passphrase = new PasswordField();
    private final Label refusal = new Label();
    private final Button enter = new Button(Messages.text("people.signIn"), Icon.UNLOCK.node());

    /// @param then runs on the FX thread when somebody is in
    public SignInPane(People people, Executor background, Runnable then) {
        this.people = people;
        this.background = background;
        this.then = then;
        getStyleClass().add("sign-in");
        people.list().stream().map(Operator::name).forEach(name.getItems()::add);
        String locked = people.signedIn().map(Operator::name).orElse("");
        name.setValue(locked.isEmpty() ? name.getItems().getFirst() : locked);
        name.setId("sign-in-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setAccessibleText(Messages.text("people.name"));
        passphrase.setId("sign-in-passphrase");
        passphrase.setPromptText(Messages.text("people.passphrase"));
        passphrase.setAccessibleText(Messages.text("people.passphrase"));
        passphrase.setOnAction(_ -> enter());
        enter.setId("sign-in-enter");
        enter.getStyleClass().add("accent");
        enter.setMaxWidth(Double.MAX_VALUE);
        enter.disableProperty().bind(passphrase.textProperty().isEmpty());
        enter.setOnAction(_ -> enter());
        refusal.setId("sign-in-refusal");
        refusal.getStyleClass().add("danger-text");
        refusal.setWrapText(true);
        refusal.setMinHeight(Region.USE_PREF_SIZE);
        var title = new Label(locked.isEmpty() ? Messages.text("people.welcome") : Messages.text("people.locked"));
        title.getStyleClass().add("title");
        var box = new VBox(12, title, name, passphrase, enter, refusal);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMaxSize(320, Region.USE_PREF_SIZE);
        getChildren().add(box);
    }

    /// Where typing goes when it is shown.
    public void focus() {
        passphrase.requestFocus();
    }

    private void enter() {
        String who = name.getValue();
        char[] typed = passphrase.getText().toCharArray();
        passphrase.clear();
        setDisable(true);
        background.execute(() -> {
            String answer;
            try {
                people.signIn(who, typed);
                answer = "";
            } catch (Problem refused) {
                answer = refused.sentence();
            }
            String said = answer;
            fx.execute(() -> answered(said));
        });
    }

    private void answered(String said) {
        setDisable(false);
        refusal.setText(said);
        if (said.isEmpty()) {
            then.run();
        } else {
            focus();
        }
    }
}
