package dupin.ui.policy;

import dupin.model.people.Command;
import dupin.model.people.Operator;
import dupin.model.people.Role;
import dupin.ui.fx.Asking;
import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import dupin.ui.fx.Tables;
import java.util.ArrayList;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who may use this console, and what each role may do. Applies at once, it is no part of the draft. FX thread.
final class PeopleSection extends Section {
    private final PeopleDeeds deeds;
    private final Frame frame;
    private final TablePane<Operator> operators;
    private final Label state = new Label();
    private final Live<PeopleDeeds.Staffing> live;

    PeopleSection(PeopleDeeds deeds, Frame frame) {
        super(Messages.text("people.help"));
        this.deeds = deeds;
        this.frame = frame;
        operators =
                new TablePane<>(
                        frame,
                        "operators.csv",
                        Operator::name,
                        new EmptyState(Icon.USER, Messages.text("people.none"), Messages.text("people.noneHelp")),
                        Columns.text("name", Messages.text("people.name"), 180, Operator::name),
                        Columns.text("role", Messages.text("people.role"), 140, o -> o.role().label()),
                        Columns.time("lockedUntil", Messages.text("people.lockedUntil"), Operator::lockedUntil),
                        Columns.mono("key", Messages.text("people.key"), 300, Operator::publicKey));
        operators.table().setId("operators");
        operators.table().setAccessibleText(Messages.text("people.title"));
        var add = button(Messages.text("people.add"), Icon.ADD, "people-add");
        add.setOnAction(_ -> form(null));
        var change = button(Messages.text("people.change"), Icon.EDIT, "people-change");
        change.disableProperty().bind(operators.table().getSelectionModel().selectedItemProperty().isNull());
        change.setOnAction(_ -> form(operators.table().getSelectionModel().getSelectedItem()));
        var remove = button(Messages.text("people.remove"), Icon.DELETE, "people-remove");
        remove.disableProperty().bind(change.disableProperty());
        remove.setOnAction(_ -> remove(operators.table().getSelectionModel().getSelectedItem()));
        var lock = button(Messages.text("people.lock"), Icon.LOCK, "people-lock");
        lock.setOnAction(_ ->
                attempt(() -> {
                    deeds.lockConsole();
                    return "";
                }));
        var sign = button(Messages.text("people.sign"), Icon.CHECK, "people-sign");
        sign.setOnAction(_ -> attempt(deeds::signJournal));
        state.setId("people-state");
        state.getStyleClass().add("muted");
        tools(add, change, remove, lock, sign, state);
        var title = new Label(Messages.text("people.matrix"));
        title.getStyleClass().add("card-title");
        var below = new VBox(8, title, matrix());
        var split = new SplitPane(operators, below);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.45);
        content(split);
        live = frame.pump().live(deeds::people, this::show);
        live.whileShown(this);
        live.invalidate();
    }

    private static Button button(String text, Icon icon, String id) {
        var button = new Button(text, icon.node());
        button.setId(id);
        return button;
    }

    /// Every command × every role.
    private static TableView<Command> matrix() {
        var columns = new ArrayList<DataColumn<Command, String>>();
        columns.add(Columns.text("command", Messages.text("people.command"), 260, Command::label));
        for (Role role : Role.values()) {
            columns.add(
                    Columns.text(
                            role.name(),
                            role.label(),
                            120,
                            c -> role.may(c) ? Messages.text("people.may") : Messages.text("people.mayNot")));
        }
        TableView<Command> table = Tables.of(new EmptyState(Icon.USER, "", ""));
        table.getColumns().setAll(columns);
        table.setId("permission-matrix");
        table.setAccessibleText(Messages.text("people.matrix"));
        table.getItems().setAll(Command.values());
        return table;
    }

    private void show(PeopleDeeds.Staffing now) {
        operators.show(now.operators());
        state.setText(
                now.who().isEmpty() ? Messages.text("people.local") : Messages.text("people.signedIn", now.who()));
    }

    private void form(@Nullable Operator before) {
        var name = new TextField(before == null ? "" : before.name());
        name.setId("people-name");
        name.setDisable(before != null);
        var role = new ComboBox<>(FXCollections.observableArrayList(Role.values()));
        role.setConverter(GroupForm.words(r -> r.label() + ": " + r.description()));
        boolean first = before == null && operators.table().getItems().isEmpty();
        role.setValue(before == null ? first ? Role.ADMINISTRATOR : Role.ANALYST : before.role());
        role.setDisable(first);
        var passphrase = new PasswordField();
        passphrase.setId("people-passphrase");
        var again = new PasswordField();
        again.setId("people-again");
        var box =
                new VBox(
                        12,
                        Section.field(Messages.text("people.name"), name),
                        Section.field(Messages.text("people.role"), role),
                        Section.field(
                                before == null ? Messages.text("people.passphrase") : Messages.text("people.fresh"),
                                passphrase),
                        Section.field(Messages.text("people.again"), again));
        frame.dialogs()
                .form(
                        new Dialogs.Form(
                                before == null
                                        ? Messages.text("people.add")
                                        : Messages.text("people.changeOf", before.name()),
                                Messages.text("people.formHelp"),
                                box,
                                before == null ? name : role,
                                Messages.text("people.keep"),
                                Dialogs.Danger.HARMLESS,
                                Bindings.createBooleanBinding(
                                        () ->
                                                !name.getText().isBlank()
                                                        && passphrase.getText().equals(again.getText())
                                                        && (before != null || !passphrase.getText().isEmpty()),
                                        name.textProperty(),
                                        passphrase.textProperty(),
                                        again.textProperty()),
                                true),
                        () ->
                                keep(
                                        before,
                                        name.getText().strip(),
                                        role.getValue(),
                                        passphrase.getText().toCharArray()));
    }

    private void keep(@Nullable Operator before, String name, Role role, char[] passphrase) {
        attempt(() -> {
            if (before == null) {
                deeds.addOperator(name, role, passphrase);
            } else {
                if (role != before.role()) {
                    deeds.changeRole(name, role);
                }
                if (passphrase.length > 0) {
                    deeds.resetPassphrase(name, passphrase);
                }
            }
            return Messages.text("people.kept", name);
        });
    }

    private void remove(Operator operator) {
        frame.dialogs()
                .confirm(
                        new Dialogs.Confirmation(
                                Messages.text("people.removeTitle", operator.name()),
                                Messages.text("people.removeHelp"),
                                Messages.text("people.remove"),
                                Dialogs.Danger.DISRUPTIVE,
                                ""),
                        () ->
                                attempt(() -> {
                                    deeds.removeOperator(operator.name());
                                    return Messages.text("people.removed", operator.name());
                                }));
    }

    /// @param work gives a sentence for a toast, or nothing
    private void attempt(Supplier<String> work) {
        Asking.of(frame, Messages.text("people.notDone"), work, this::say, live::invalidate);
    }

    private void say(String sentence) {
        if (!sentence.isEmpty()) {
            frame.toasts().say(sentence);
        }
    }

    void close() {
        live.dispose();
    }
}
