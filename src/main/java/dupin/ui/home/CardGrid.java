package dupin.ui.home;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Cards in as many columns as there is room for; a card may span two. Rows are filled in order, and a card that does not
/// fit lets a later one pass. FX thread.
final class CardGrid extends GridPane {
    private static final double LEAST = 330;

    /// From this width on names and their figures would stand too far apart in three columns.
    private static final double WIDE = 1_900;

    private static final int MOST = 3;

    private final List<Place> cards = new ArrayList<>();
    private int columns;

    /// @param span columns that it takes where there are that many
    record Place(Node card, int span) {}

    CardGrid(List<Place> cards) {
        this.cards.addAll(cards);
        getStyleClass().add("card-grid");
        setHgap(16);
        setVgap(16);
        widthProperty().addListener((_, _, width) -> arrange(fitting(width.doubleValue())));
        arrange(MOST);
    }

    private static int fitting(double width) {
        return width >= WIDE ? MOST + 1 : (int) Math.clamp((width + 16) / (LEAST + 16), 1, MOST);
    }

    private void arrange(int wanted) {
        if (wanted == columns) {
            return;
        }
        columns = wanted;
        getChildren().clear();
        getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            column.setFillWidth(true);
            getColumnConstraints().add(column);
        }
        var left = new ArrayList<>(cards);
        int row = 0;
        while (!left.isEmpty()) {
            fill(row++, left);
        }
    }

    /// One row, from what is left; its last card takes what room remains.
    private void fill(int row, List<Place> left) {
        int column = 0;
        Node last = null;
        int lastSpan = 0;
        for (var places = left.iterator(); places.hasNext() && column < columns; ) {
            Place place = places.next();
            int span = Math.min(place.span(), columns);
            if (column + span > columns) {
                continue;
            }
            add(place.card(), column, row, span, 1);
            setFillHeight(place.card(), true);
            column += span;
            last = place.card();
            lastSpan = span;
            places.remove();
        }
        if (last != null && column < columns) {
            setColumnSpan(last, lastSpan + columns - column);
        }
    }
}
