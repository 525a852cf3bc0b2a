package dupin.ui;

import dupin.service.ResponderProfile;
import dupin.ui.fx.Asking;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import dupin.ui.policy.ResponderDeeds;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Chooses who carries the case's actions out: shows what is armed, arms another by typing its name, describes new ones.
/// A case arms nothing by itself. FX thread.
final class ResponderFlow {
    private final ResponderDeeds deeds;
    private final Frame frame;
    private final Runnable changed;

    /// @param changed told when a responder was described or armed
    ResponderFlow(ResponderDeeds deeds, Frame frame, Runnable changed) {
        this.deeds = deeds;
        this.frame = frame;
        this.changed = changed;
    }

    /// What the dialog shows.
    private record Known(List<ResponderProfile> profiles, String armed, int waiting, String fault) {
        static Known of(ResponderDeeds.Known known) {
            return new Known(known.profiles(), known.armed().name(), known.armed().waiting(), known.fault());
        }
    }

    void choose() {
        frame.pump().once(() -> Known.of(deeds.responders()), this::ask);
    }

    /// Asks for a new responder.
    ///
    /// @param then what follows once it is kept
    void describe(Runnable then) {
        new ResponderForm(
                        deeds,
                        frame,
                        () -> {
                            changed.run();
                            then.run();
                        })
                .show();
    }

    private void ask(Known known) {
        String simulated = Messages.text("responder.simulated");
        var names = new ComboBox<String>();
        names.getItems().add(simulated);
        known.profiles().forEach(profile -> names.getItems().add(profile.name()));
        names.setId("responder-name");
        names.setMaxWidth(Double.MAX_VALUE);
        names.getSelectionModel().select(names.getItems().contains(known.armed()) ? known.armed() : simulated);
        var passphrase = new PasswordField();
        passphrase.setId("responder-passphrase");
        var typed = new TextField();
        typed.setId("responder-typed");
        typed.setPromptText(Messages.text("responder.typePrompt"));
        var comment = new TextField();
        comment.setId("responder-comment");
        comment.setPromptText(Messages.text("policy.commentPrompt"));
        GridPane.setHgrow(comment, Priority.ALWAYS);
        var what = new Label();
        what.setWrapText(true);
        var rows = new GridPane(12, 8);
        rows.addRow(0, new Label(Messages.text("responder.who")), names);
        Node[] secret = {new Label(Messages.text("responder.passphrase")), passphrase};
        Node[] typing = {new Label(Messages.text("responder.type")), typed};
        rows.addRow(1, secret);
        rows.addRow(2, typing);
        rows.addRow(3, new Label(Messages.text("policy.comment")), comment);
        Runnable turn =
                () -> {
                    ResponderProfile profile = profile(known, names.getValue());
                    show(secret, profile != null && profile.kind().secret());
                    show(typing, profile != null);
                    what.setText(
                            profile == null
                                    ? Messages.text("responder.simulatedHelp")
                                    : Messages.text("responder.realHelp", profile.kind().label()));
                };
        names.valueProperty().addListener((_, _, _) -> turn.run());
        turn.run();
        var add = new Button(Messages.text("responder.add"));
        var waiting = new Label(known.fault().isEmpty() ? waiting(known.waiting()) : known.fault());
        waiting.setWrapText(true);
        waiting.getStyleClass().add("muted");
        show(new Node[] {waiting}, !waiting.getText().isEmpty());
        var content = new VBox(12, rows, what, waiting, add);
        add.setOnAction(_ -> describe(this::choose));
        var ready =
                Bindings.createBooleanBinding(
                        () -> {
                            ResponderProfile profile = profile(known, names.getValue());
                            return profile == null
                                    || (typed.getText().equals(profile.name())
                                            && (!profile.kind().secret() || !passphrase.getText().isEmpty()));
                        },
                        names.valueProperty(),
                        typed.textProperty(),
                        passphrase.textProperty());
        frame.dialogs()
                .form(
                        new Dialogs.Form(
                                Messages.text("responder.title"),
                                Messages.text("responder.armed", known.armed()),
                                content,
                                names,
                                Messages.text("responder.arm"),
                                Dialogs.Danger.DISRUPTIVE,
                                ready,
                                true),
                        () -> arm(profile(known, names.getValue()), passphrase.getText(), comment.getText().strip()));
    }

    private static String waiting(int count) {
        return count == 0 ? "" : Messages.text("responder.waiting", count);
    }

    private static @Nullable ResponderProfile profile(Known known, String name) {
        return known.profiles().stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
    }

    private static void show(Node[] nodes, boolean shown) {
        for (Node node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    private void arm(@Nullable ResponderProfile profile, String passphrase, String comment) {
        Asking.of(
                frame,
                Messages.text("responder.notArmed"),
                () -> {
                    if (profile == null) {
                        deeds.disarm(comment);
                        return Messages.text("responder.disarmedSaid");
                    }
                    deeds.arm(profile, passphrase.toCharArray(), comment);
                    return Messages.text("responder.armedSaid", profile.name());
                },
                frame.toasts()::say,
                changed);
    }

    /// Describes a responder: its kind, where it is, and its secret, which goes to the key store.
    private static final class ResponderForm {
        private final ResponderDeeds deeds;
        private final Frame frame;
        private final Runnable after;
        private final TextField name = new TextField();
        private final ComboBox<ResponderProfile.Kind> kind = new ComboBox<>();
        private final Map<String, TextField> fields = new TreeMap<>();
        private final PasswordField secret = new PasswordField();
        private final PasswordField passphrase = new PasswordField();
        private final GridPane rows = new GridPane(12, 8);

        ResponderForm(ResponderDeeds deeds, Frame frame, Runnable after) {
            this.deeds = deeds;
            this.frame = frame;
            this.after = after;
            kind.getItems().setAll(ResponderProfile.Kind.values());
            kind.setConverter(new KindWords());
            kind.getSelectionModel().selectFirst();
            kind.valueProperty().addListener((_, _, _) -> fill());
            name.setId("responder-new-name");
            kind.setId("responder-new-kind");
            secret.setId("responder-new-secret");
            passphrase.setId("responder-new-passphrase");
            fill();
        }

        private void fill() {
            rows.getChildren().clear();
            fields.clear();
            int row = 0;
            rows.addRow(row++, new Label(Messages.text("responder.name")), name);
            rows.addRow(row++, new Label(Messages.text("responder.kind")), kind);
            for (String setting : kind.getValue().settings()) {
                var field = new TextField();
                field.setId("responder-new-" + setting);
                fields.put(setting, field);
                rows.addRow(row++, new Label(label(setting)), field);
            }
            if (kind.getValue().secret()) {
                rows.addRow(row++, new Label(Messages.text("responder.secret")), secret);
                rows.addRow(row, new Label(Messages.text("responder.passphrase")), passphrase);
            }
        }

        private static String label(String setting) {
            return switch (setting) {
                case "tenant" -> Messages.text("responder.tenant");
                case "clientId" -> Messages.text("responder.clientId");
                case "address" -> Messages.text("responder.address");
                default -> Messages.text("responder.folder");
            };
        }

        void show() {
            frame.dialogs()
                    .form(
                            new Dialogs.Form(
                                    Messages.text("responder.add"),
                                    Messages.text("responder.addHelp"),
                                    rows,
                                    name,
                                    Messages.text("responder.keep"),
                                    Dialogs.Danger.HARMLESS,
                                    Bindings.createBooleanBinding(() -> !name.getText().isBlank(), name.textProperty()),
                                    true),
                            this::keep);
        }

        private void keep() {
            var settings = new TreeMap<String, String>();
            fields.forEach((setting, field) -> settings.put(setting, field.getText().strip()));
            var profile = new ResponderProfile(name.getText().strip(), kind.getValue(), settings);
            char[] key = passphrase.getText().toCharArray();
            char[] word = secret.getText().toCharArray();
            Asking.of(
                    frame,
                    Messages.text("responder.notKept"),
                    () -> {
                        deeds.keep(profile, word, key);
                        return profile;
                    },
                    _ -> after.run());
        }

        private static final class KindWords extends StringConverter<ResponderProfile.Kind> {
            @Override
            public String toString(ResponderProfile.@Nullable Kind kind) {
                return kind == null ? "" : kind.label();
            }

            @Override
            public ResponderProfile.Kind fromString(String text) {
                return ResponderProfile.Kind.DEFENDER;
            }
        }
    }
}
