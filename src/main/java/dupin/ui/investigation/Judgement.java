package dupin.ui.investigation;

import dupin.model.Classification;
import dupin.model.Entry;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;

/// Two choices of a form: the classification, and what the fixed map allows as its determination. FX thread.
final class Judgement {
    private static final Classification.Determination NONE = new Classification.Determination("", "");

    private final String classified;
    private final String determined;
    private final ChoiceBox<Classification> classification = new ChoiceBox<>();
    private final ChoiceBox<Classification.Determination> determination = new ChoiceBox<>();

    /// @param classified word that holds now; so is `determined`
    Judgement(String classified, String determined) {
        this.classified = classified;
        this.determined = determined;
        classification.getItems().setAll(Classification.values());
        classification.setConverter(shown(Classification::label));
        classification.setId("manage-classification");
        determination.setConverter(shown(Classification.Determination::label));
        determination.setId("manage-determination");
        classification.valueProperty().addListener((_, _, now) -> determinations(now));
        Classification was = Classification.parse(classified);
        classification.setValue(was);
        was.determination(determined).ifPresent(determination::setValue);
    }

    private void determinations(Classification now) {
        var choices = new ArrayList<>(List.of(NONE));
        choices.addAll(now.determinations());
        determination.getItems().setAll(choices);
        determination.setValue(NONE);
        determination.setDisable(now.determinations().isEmpty());
    }

    static <T> StringConverter<T> shown(Function<T, String> label) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : label.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException();
            }
        };
    }

    void into(Sheet sheet) {
        sheet.row(Messages.text("manage.classification"), classification);
        sheet.row(Messages.text("manage.determination"), determination);
    }

    ChoiceBox<Classification> classification() {
        return classification;
    }

    ChoiceBox<Classification.Determination> determination() {
        return determination;
    }

    /// The word of the determination that is chosen; "" for none.
    String determined() {
        Classification.Determination chosen = determination.getValue();
        return chosen == null ? "" : chosen.word();
    }

    /// What differs from what was.
    List<Entry.Change> changes() {
        var changes = new ArrayList<Entry.Change>();
        Classification was = Classification.parse(classified);
        Classification now = classification.getValue();
        if (was != now) {
            changes.add(new Entry.Change("classification", classified, now.word()));
        }
        String old = was.determination(determined).map(Classification.Determination::word).orElse("");
        String next = determination.getValue() == null ? "" : determination.getValue().word();
        if (!old.equals(next)) {
            changes.add(new Entry.Change("determination", determined, next));
        }
        return changes;
    }
}
