package dupin.ui.hunting;

import dupin.model.hunt.HuntField;
import dupin.service.Hunt;
import dupin.service.HuntRow;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import dupin.ui.fx.WholeRows;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What a query found, as table, timeline or graph, and the way from there into an investigation. FX thread.
final class HuntResults extends BorderPane {
    private final Frame frame;
    private final HuntLinks links;
    private final HuntPictures pictures;
    private final Consumer<HuntRow> open;
    private final ToggleGroup modes = new ToggleGroup();
    private final Button investigate =
            new Button(Messages.text("hunting.investigateResults"), Icon.INVESTIGATION.node());
    private final Label drawn = new Label();
    private Mode mode = Mode.TABLE;
    private @Nullable Hunt hunt;
    private @Nullable TablePane<HuntRow> table;

    /// Columns of the table while it shows all of very many rows; else empty.
    private List<String> whole = List.of();

    private enum Mode {
        TABLE,
        TIMELINE,
        GRAPH
    }

    HuntResults(Frame frame, HuntLinks links, HuntPictures pictures, Consumer<HuntRow> open) {
        this.frame = frame;
        this.links = links;
        this.pictures = pictures;
        this.open = open;
        investigate.setId("hunt-investigate");
        investigate.setMinWidth(Region.USE_PREF_SIZE);
        investigate.setOnAction(_ -> {
            Hunt now = hunt;
            if (now != null) {
                HuntInvestigate.open(now, frame.dialogs(), links);
            }
        });
        drawn.getStyleClass().add("caption");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar =
                new HBox(
                        4,
                        mode(Mode.TABLE, Icon.TABLE, Messages.text("hunting.asTable")),
                        mode(Mode.TIMELINE, Icon.CLOCK, Messages.text("hunting.asTimeline")),
                        mode(Mode.GRAPH, Icon.GRAPH, Messages.text("hunting.asGraph")),
                        drawn,
                        space,
                        investigate);
        bar.getStyleClass().addAll("card-line", "hunt-modes");
        setTop(bar);
    }

    private ToggleButton mode(Mode which, Icon icon, String name) {
        var button = new ToggleButton(name, icon.node("icon-small"));
        button.setId("hunt-as-" + which.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(modes);
        button.setTooltip(new Tooltip(Messages.text("hunting.asHelp", name, which.ordinal() + 1)));
        button.setAccessibleText(name);
        button.setSelected(which == mode);
        button.setOnAction(_ -> {
            button.setSelected(true);
            turn(which);
        });
        return button;
    }

    void show(Hunt next) {
        hunt = next;
        table = table(next);
        investigate.setDisable(next.rows().stream().allMatch(row -> row.entities().isEmpty()));
        turn(mode);
    }

    /// A table for the rows; one that shows all of very many stays for as long as its columns are right, as somebody has
    /// arranged them.
    private TablePane<HuntRow> table(Hunt next) {
        TablePane<HuntRow> before = table;
        List<String> columns = HuntTable.shown(next.query());
        if (before != null && next.partly() && whole.equals(columns)) {
            before.begin(all(next));
            return before;
        }
        whole = next.partly() ? columns : List.of();
        TablePane<HuntRow> pane = HuntTable.of(frame, next.query());
        pane.onOpen(open);
        HuntPivot.install(pane.table(), links, open);
        pane.table().addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        if (next.partly()) {
            pane.table().setId("hunt-window");
            pane.begin(all(next));
        } else {
            pane.show(next.rows());
        }
        return pane;
    }

    private static WholeRows<HuntRow> all(Hunt hunt) {
        boolean oldestFirst = hunt.query().sort().isEmpty();
        return new WholeRows<>(hunt.all(), Messages.text("hunting.narrow"), HuntField.TIME.word(), oldestFirst);
    }

    private void turn(Mode next) {
        mode = next;
        Hunt now = hunt;
        TablePane<HuntRow> pane = table;
        if (now != null && pane != null) {
            setCenter(
                    switch (next) {
                        case TABLE -> pane;
                        case TIMELINE -> pictures.timeline(now);
                        case GRAPH -> pictures.graph(now);
                    });
            boolean few = now.partly() && next != Mode.TABLE;
            drawn.setText(few ? Messages.text("hunting.drawn", now.rows().size(), now.all().size()) : "");
        }
    }

    /// Alt+1, Alt+2 and Alt+3 turn to table, timeline and graph.
    void key(KeyEvent e) {
        int digit = e.getCode().isDigitKey() ? e.getCode().getCode() - KeyCode.DIGIT1.getCode() : -1;
        if (e.isAltDown() && digit >= 0 && digit < Mode.values().length && hunt != null) {
            modes.getToggles().get(digit).setSelected(true);
            turn(Mode.values()[digit]);
            e.consume();
        }
    }

    /// A double click on a cell that shows an entity explains it; elsewhere it opens the row.
    private void clicked(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || e.getClickCount() != 2) {
            return;
        }
        for (Node node = e.getTarget() instanceof Node n ? n : null; node != null; node = node.getParent()) {
            if (node instanceof TableCell<?, ?> cell
                    && cell.getTableColumn() instanceof DataColumn<?, ?> column
                    && cell.getTableRow().getItem() instanceof HuntRow row) {
                Optional<HuntRow.Part> part = HuntTable.entity(row, column.getId());
                part.ifPresent(p -> {
                    links.explain(p.key());
                    e.consume();
                });
                return;
            }
        }
    }
}
