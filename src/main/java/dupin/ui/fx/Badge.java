package dupin.ui.fx;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// A [Face] as a node: shape with letter, or icon, and the word beside it. One badge can show one face after another, so
/// that table cells need not make new ones. FX thread.
public final class Badge extends HBox {
    private final Label letter = new Label();
    private final StackPane shape = new StackPane(letter);
    private final Label word = new Label();
    private Face shown = Face.NONE;

    public Badge() {
        getStyleClass().add("badge");
        shape.getStyleClass().add("shape");
        letter.getStyleClass().add("letter");
        setMouseTransparent(true);
    }

    public Badge(Face face) {
        this();
        show(face);
    }

    /// A badge on a tinted ground, for headers and flyouts.
    public static Badge pill(Face face) {
        var badge = new Badge(face);
        badge.getStyleClass().add("pill");
        return badge;
    }

    public void show(Face face) {
        if (face.equals(shown)) {
            return;
        }
        getStyleClass().remove(shown.role());
        getStyleClass().add(face.role());
        shown = face;
        word.setText(face.label());
        setAccessibleText(face.label());
        if (face.icon() != null) {
            FontIcon icon = face.icon().node();
            getChildren().setAll(icon, word);
        } else if (face.form() == Face.Form.NONE) {
            getChildren().setAll(word);
        } else {
            letter.setText(face.letter());
            shape.getStyleClass().setAll(classes(face.form()));
            getChildren().setAll(shape, word);
        }
    }

    public Face shown() {
        return shown;
    }

    private static List<String> classes(Face.Form form) {
        return switch (form) {
            case SQUARE -> List.of("shape", "shape-square");
            case CIRCLE -> List.of("shape", "shape-circle");
            case HEXAGON -> List.of("shape", "shape-hexagon");
            case TRIANGLE -> List.of("shape", "shape-triangle");
            case DIAMOND -> List.of("shape", "shape-diamond");
            case DASHED_CIRCLE -> List.of("shape", "hollow");
            case NONE -> List.of("shape");
        };
    }
}
