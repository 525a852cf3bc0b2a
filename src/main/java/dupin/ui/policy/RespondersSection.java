package dupin.ui.policy;

import dupin.service.Arming;
import dupin.service.Problem;
import dupin.service.ResponderProfile;
import dupin.ui.fx.Columns;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import dupin.ui.fx.Tables;
import dupin.ui.fx.Times;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who carries actions out: what is armed now, the responders that the user has described, and whether one of them
/// answers. Nothing here is part of the policy or of a case; it applies at once. FX thread.
final class RespondersSection extends Section {
    private final ResponderDeeds deeds;
    private final Frame frame;
    private final Label armed = new Label();
    private final Label waiting = note();
    private final Label answer = note();
    private final Button disarm = new Button(Messages.text("responder.disarm"), Icon.LOCK.node());
    private final TableView<ResponderProfile> profiles;
    private final Live<ResponderDeeds.Known> live;

    /// @param choose asks which one to arm
    /// @param describe asks for a new one
    RespondersSection(ResponderDeeds deeds, Runnable choose, Runnable describe, Frame frame) {
        super(Messages.text("responder.help"));
        this.deeds = deeds;
        this.frame = frame;
        profiles =
                Tables.of(
                        new EmptyState(Icon.LOCK, Messages.text("responder.none"), Messages.text("responder.noneHelp")),
                        Columns.text("name", Messages.text("responder.name"), 180, ResponderProfile::name),
                        Columns.text("kind", Messages.text("responder.kind"), 260, p -> p.kind().label()),
                        Columns.mono("where", Messages.text("responder.where"), 420, RespondersSection::where));
        profiles.setId("responder-profiles");
        profiles.setAccessibleText(Messages.text("responder.title"));
        armed.setId("responder-armed");
        armed.getStyleClass().add("semibold");
        answer.setId("responder-answer");
        var arm = button(Messages.text("responder.choose"), Icon.WARNING, "responder-arm", choose);
        var add = button(Messages.text("responder.add"), Icon.ADD, "responder-add", describe);
        var test = button(Messages.text("responder.test"), Icon.TARGET, "responder-test", this::test);
        var forget = button(Messages.text("responder.forget"), Icon.DELETE, "responder-forget", this::forget);
        disarm.setId("responder-disarm");
        disarm.setOnAction(_ -> disarm());
        for (Button needs : new Button[] {test, forget}) {
            needs.disableProperty().bind(profiles.getSelectionModel().selectedItemProperty().isNull());
        }
        tools(arm, disarm, add, test, forget);
        content(new VBox(12, armed, waiting, profiles, answer));
        live = frame.pump().live(deeds::responders, this::show);
        live.whileShown(this);
        live.invalidate();
    }

    private static Label note() {
        var label = new Label();
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static Button button(String text, Icon icon, String id, Runnable act) {
        var button = new Button(text, icon.node());
        button.setId(id);
        button.setOnAction(_ -> act.run());
        return button;
    }

    /// The case may have changed; from any thread.
    void invalidate() {
        live.invalidate();
    }

    void close() {
        live.dispose();
    }

    private static String where(ResponderProfile profile) {
        return profile.settings().entrySet().stream()
                .map(setting -> setting.getKey() + " " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private void show(ResponderDeeds.Known known) {
        Arming.State now = known.armed();
        Instant since = now.since();
        armed.setText(
                !now.real()
                        ? Messages.text("responder.nowSimulated")
                        : Messages.text(
                                "responder.nowReal", now.name(), now.by(), since == null ? "" : Times.minute(since)));
        armed.setGraphic((now.real() ? Icon.WARNING : Icon.CHECK).node("icon-small"));
        Styles.one(armed, now.real() ? "danger-text" : "", "danger-text");
        waiting.setText(
                known.fault().isEmpty()
                        ? now.waiting() == 0 ? "" : Messages.text("responder.waiting", now.waiting())
                        : known.fault());
        disarm.setDisable(!now.real());
        Tables.show(profiles, known.profiles(), ResponderProfile::name);
    }

    private void disarm() {
        attempt(
                () -> {
                    deeds.disarm("");
                    return "";
                },
                Messages.text("responder.disarmedSaid"));
    }

    private void forget() {
        ResponderProfile chosen = profiles.getSelectionModel().getSelectedItem();
        frame.dialogs()
                .confirm(
                        new Dialogs.Confirmation(
                                Messages.text("responder.forgetTitle", chosen.name()),
                                Messages.text("responder.forgetHelp"),
                                Messages.text("responder.forget"),
                                Dialogs.Danger.DISRUPTIVE,
                                ""),
                        () ->
                                attempt(
                                        () -> {
                                            deeds.forget(chosen);
                                            return "";
                                        },
                                        Messages.text("responder.forgotten", chosen.name())));
    }

    private void test() {
        ResponderProfile chosen = profiles.getSelectionModel().getSelectedItem();
        if (!chosen.kind().secret()) {
            test(chosen, new char[0]);
            return;
        }
        var passphrase = new PasswordField();
        passphrase.setId("responder-test-passphrase");
        frame.dialogs()
                .form(
                        new Dialogs.Form(
                                Messages.text("responder.testTitle", chosen.name()),
                                Messages.text("responder.testHelp"),
                                Section.field(Messages.text("responder.passphrase"), passphrase),
                                passphrase,
                                Messages.text("responder.test"),
                                Dialogs.Danger.HARMLESS,
                                new SimpleBooleanProperty(true),
                                false),
                        () -> test(chosen, passphrase.getText().toCharArray()));
    }

    private void test(ResponderProfile chosen, char[] passphrase) {
        answer.setText(Messages.text("responder.testing", chosen.name()));
        attempt(
                () -> {
                    try {
                        return said(deeds.test(chosen, passphrase));
                    } finally {
                        Arrays.fill(passphrase, ' ');
                    }
                },
                "");
    }

    private static String said(Arming.Probe probe) {
        return probe.works()
                ? Messages.text("responder.offers", probe.said(), String.join(", ", probe.offers()))
                : Messages.text("responder.noAnswer", probe.said());
    }

    private record Ended(String text, @Nullable RuntimeException failure) {}

    /// A refusal is shown as its sentence; what is said stands under the table. What nobody expected goes on to the window,
    /// which tells and records it.
    private void attempt(Supplier<String> work, String toast) {
        frame.pump()
                .once(
                        () -> {
                            try {
                                return new Ended(work.get(), null);
                            } catch (RuntimeException e) {
                                return new Ended("", e);
                            }
                        },
                        ended -> {
                            answer.setText(ended.text());
                            live.invalidate();
                            switch (ended.failure()) {
                                case null -> {
                                    if (!toast.isEmpty()) {
                                        frame.toasts().say(toast);
                                    }
                                }
                                case Problem refused ->
                                        frame.dialogs()
                                                .error(
                                                        new Dialogs.Problem(
                                                                Messages.text("policy.notDone"),
                                                                refused.sentence(),
                                                                ""));
                                case RuntimeException unexpected -> throw unexpected;
                            }
                        });
    }
}
