package dupin.ui.shell;

import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What the keys do, in two columns: one would be higher than a small window. FX thread.
final class KeySheet {
    private static final int ROWS = 13;

    private final GridPane grid = new GridPane(16, 6);
    private int count;

    private KeySheet() {
        grid.getStyleClass().add("key-sheet");
        var keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setPercentWidth(36);
        grid.getColumnConstraints().setAll(keys, words, keys, words);
        key("Ctrl+1 … 9  0", Messages.text("shell.keyPages"));
        key("Ctrl+K", Messages.text("shell.keyPalette"));
        key("/", Messages.text("shell.keySearch"));
        key("Ctrl+O", Messages.text("shell.keyImport"));
        key("j  k", Messages.text("shell.keyRows"));
        key("Enter", Messages.text("shell.keyOpen"));
        key("Esc", Messages.text("shell.keyClose"));
        key("d  m  l", Messages.text("shell.keyDetails"));
        key("a  r  u", Messages.text("shell.keyDecide"));
        key("i", Messages.text("shell.keyIncident"));
        key("f", Messages.text("shell.keyFit"));
        key("v", Messages.text("shell.keyArrange"));
        key("Ctrl+F", Messages.text("shell.keyFind"));
        key("h  Shift+H", Messages.text("shell.keyHide"));
        key("l  n  e", Messages.text("shell.keyMarks"));
        key("s", Messages.text("shell.keyPath"));
        key("Ctrl+Z  Ctrl+Y", Messages.text("shell.keyUndo"));
        key("m  c", Messages.text("shell.keyManage"));
        key("p", Messages.text("shell.keyReplay"));
        key("t", Messages.text("shell.keyTimeline"));
        key("F6", Messages.text("shell.keyPanes"));
        key("[  ]", Messages.text("shell.keyFold"));
        key("Ctrl+C", Messages.text("shell.keyCopy"));
        key("Ctrl+Shift+C", Messages.text("shell.keyDefang"));
        key("?", Messages.text("shell.keySheet"));
    }

    static void open(Dialogs dialogs) {
        dialogs.show(new Dialogs.Sheet(Messages.text("shell.keys"), new KeySheet().grid, true));
    }

    private void key(String keys, String what) {
        var label = new Label(keys);
        label.getStyleClass().add("key");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var words = new Label(what);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        int column = count / ROWS * 2;
        grid.add(label, column, count % ROWS);
        grid.add(words, column + 1, count % ROWS);
        count++;
    }
}
