package dupin.ui.fx;

import javafx.scene.layout.HBox;

/// A [Face] without its word, where space is scarce: the word is in the tooltip. Takes no space when there is nothing to
/// show. FX thread.
public final class Mark extends HBox {
    private final Badge badge = new Badge();
    private final Tip tip = new Tip(this, "");

    public Mark() {
        getStyleClass().add("mark");
        getChildren().add(badge);
        show(Face.NONE);
    }

    public void show(Face face) {
        badge.show(new Face(face.role(), face.form(), face.letter(), face.icon(), ""));
        boolean something = face.icon() != null || face.form() != Face.Form.NONE;
        setVisible(something);
        setManaged(something);
        tip.say(face.label());
        setAccessibleText(face.label());
    }
}
