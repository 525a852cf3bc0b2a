package dupin.ui.graph;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.ArrayList;
import java.util.List;

/// Something that can be done with the graph, for menus and the command palette.
///
/// @param keys as they are written on the key sheet; "" for none
public record GraphCommand(Icon icon, String text, String keys, Runnable act) {

    /// Edits of the picture.
    static List<GraphCommand> edits(GraphEditing editing) {
        return List.of(
                new GraphCommand(Icon.HIDE, Messages.text("graph.hide"), "h", editing::hide),
                new GraphCommand(Icon.LOCK, Messages.text("graph.pin"), "l", editing::pin),
                new GraphCommand(Icon.TARGET, Messages.text("graph.focus"), "n", editing::focus),
                new GraphCommand(Icon.LINK, Messages.text("graph.path"), "s", editing::path),
                new GraphCommand(Icon.FOLD, Messages.text("graph.unfold"), "e", editing::unfold),
                new GraphCommand(Icon.FINDING, Messages.text("graph.everything"), "Shift+H", editing::everything),
                new GraphCommand(Icon.UNDO, Messages.text("graph.undo"), "Ctrl+Z", editing::undo),
                new GraphCommand(Icon.REDO, Messages.text("graph.redo"), "Ctrl+Y", editing::redo));
    }

    /// Arrangements of the picture.
    static List<GraphCommand> layouts(GraphEditing editing) {
        var commands = new ArrayList<GraphCommand>();
        for (LayoutKind kind : LayoutKind.values()) {
            commands.add(
                    new GraphCommand(
                            kind.icon(),
                            Messages.text("graph.arrange", kind.label()),
                            "v",
                            () -> editing.arrange(kind)));
        }
        return commands;
    }
}
