package dupin.ui.policy;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Where an entity is typed: its kind, its name in any spelling, and beneath them the form that is kept or why none is. FX
/// thread.
final class EntityField {
    private static final List<EntityKind> KINDS =
            List.of(
                    EntityKind.DEVICE,
                    EntityKind.USER,
                    EntityKind.MAILBOX,
                    EntityKind.FILE,
                    EntityKind.IP_ADDRESS,
                    EntityKind.DOMAIN,
                    EntityKind.URL);

    private final boolean anyDevice;
    private final ComboBox<EntityKind> kind = new ComboBox<>();
    private final TextField value = new TextField();
    private final Label note = new Label(Messages.text("policy.typed.help"));
    private final ReadOnlyObjectWrapper<@Nullable EntityKey> key = new ReadOnlyObjectWrapper<>();

    /// @param anyDevice whether a file may be named by its path alone
    EntityField(boolean anyDevice) {
        this.anyDevice = anyDevice;
        kind.getItems().setAll(KINDS);
        kind.setConverter(GroupForm.words(EntityKind::label));
        kind.setValue(EntityKind.DEVICE);
        kind.setAccessibleText(Messages.text("policy.kind"));
        kind.setMinWidth(116);
        value.setPromptText(Messages.text("policy.valuePrompt"));
        value.setAccessibleText(Messages.text("policy.value"));
        value.getStyleClass().add("entity-value");
        value.setMinWidth(60);
        HBox.setHgrow(value, Priority.ALWAYS);
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        kind.valueProperty().addListener((_, _, _) -> read());
        value.textProperty().addListener((_, _, _) -> read());
    }

    ComboBox<EntityKind> kind() {
        return kind;
    }

    TextField value() {
        return value;
    }

    Label note() {
        return note;
    }

    /// Null while nothing that is typed names an entity.
    ReadOnlyObjectProperty<@Nullable EntityKey> keyProperty() {
        return key.getReadOnlyProperty();
    }

    /// Hands over what is typed and empties the field.
    void take(Consumer<EntityKey> use) {
        EntityKey typed = key.get();
        if (typed != null) {
            value.clear();
            use.accept(typed);
        }
    }

    private void read() {
        if (value.getText().isBlank()) {
            key.set(null);
            say(Messages.text("policy.typed.help"), false);
            return;
        }
        TypedEntity typed = TypedEntity.of(kind.getValue(), value.getText(), anyDevice);
        key.set(typed.key());
        EntityKey kept = typed.key();
        say(
                kept == null ? typed.refusal() : Messages.text("policy.typed.kept", Elide.middle(kept.value(), 120)),
                kept == null);
    }

    private void say(String sentence, boolean refusal) {
        note.setText(sentence);
        note.getStyleClass().remove("danger-text");
        if (refusal) {
            note.getStyleClass().add("danger-text");
        }
    }
}
