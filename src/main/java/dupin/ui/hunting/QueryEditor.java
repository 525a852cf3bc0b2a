package dupin.ui.hunting;

import dupin.model.hunt.HuntQuery;
import dupin.model.hunt.HuntSyntaxException;
import dupin.ui.fx.Messages;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Where words and queries are typed: grows with its lines and underlines what is wrong. FX thread.
final class QueryEditor extends StackPane {
    private static final int MOST_LINES = 8;
    private static final double LINE = 18;
    private static final double AROUND = 20;

    private final TextArea area = new TextArea();
    private final Pane marks = new Pane();
    private @Nullable HuntSyntaxException fault;

    QueryEditor() {
        getStyleClass().add("query-editor");
        area.setId("hunt-query");
        area.getStyleClass().addAll("first-focus", "mono");
        area.setPromptText(Messages.text("hunting.prompt"));
        area.setAccessibleText(Messages.text("hunting.prompt"));
        area.setWrapText(true);
        marks.setMouseTransparent(true);
        marks.setManaged(false);
        getChildren().addAll(area, marks);
        area.textProperty().addListener((_, _, _) -> grow());
        area.widthProperty().addListener((_, _, _) -> grow());
        area.scrollTopProperty().addListener((_, _, _) -> requestLayout());
        grow();
    }

    TextArea area() {
        return area;
    }

    /// Underlines what is wrong; nothing for null.
    void mark(@Nullable HuntSyntaxException wrong) {
        fault = wrong;
        requestLayout();
    }

    /// Why the text is no query; null when it is one, or is not meant as one.
    static @Nullable HuntSyntaxException check(String text) {
        if (!HuntQuery.meant(text)) {
            return null;
        }
        try {
            var _ = HuntQuery.parse(text);
            return null;
        } catch (HuntSyntaxException e) {
            return e;
        }
    }

    /// Place of a character in this node; null before the first layout.
    @Nullable Rectangle2D place(int index) {
        if (!(area.getSkin() instanceof TextAreaSkin skin)) {
            return null;
        }
        // The skin counts from within the padding.
        Rectangle2D inside = skin.getCharacterBounds(index);
        return new Rectangle2D(
                inside.getMinX() + area.snappedLeftInset(),
                inside.getMinY() + area.snappedTopInset(),
                inside.getWidth(),
                inside.getHeight());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        marks.resizeRelocate(0, 0, getWidth(), getHeight());
        marks.getChildren().clear();
        HuntSyntaxException wrong = fault;
        if (wrong == null || !(area.getSkin() instanceof TextAreaSkin)) {
            return;
        }
        int length = area.getLength();
        int from = Math.min(wrong.position(), length);
        int to = Math.min(from + wrong.length(), length);
        for (int i = from; i < to; i++) {
            underline(place(i), false);
        }
        if (from >= to && length > 0) {
            underline(place(length - 1), true);
        }
    }

    /// @param after the character, where something is missing
    private void underline(@Nullable Rectangle2D bounds, boolean after) {
        if (bounds == null || bounds.getMaxY() > getHeight()) {
            return;
        }
        var line =
                new Rectangle(
                        after ? bounds.getMaxX() + 1 : bounds.getMinX(),
                        bounds.getMaxY() - 1,
                        after ? 10 : Math.max(2, bounds.getWidth()),
                        2);
        line.getStyleClass().add("query-fault");
        marks.getChildren().add(line);
    }

    private void grow() {
        double perLine = Math.max(20, (area.getWidth() - AROUND * 2) / 7.3);
        long lines =
                area.getText().lines().mapToLong(line -> 1 + (long) (line.length() / perLine)).sum()
                        + (area.getText().endsWith("\n") ? 1 : 0);
        double height = Math.clamp(lines, 1, MOST_LINES) * LINE + AROUND;
        area.setPrefHeight(height);
        area.setMinHeight(height);
        area.setMaxHeight(height);
    }
}
