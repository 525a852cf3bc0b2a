package dupin.ui.investigation;

import dupin.model.Comment;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Markdown;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import dupin.ui.fx.Styles;
import dupin.ui.fx.Times;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Comments of an incident, oldest first, and a field for another. FX thread.
final class CommentsView extends VBox {
    private final Commands commands;
    private final Sheet list = new Sheet();

    CommentsView(CaseContext context, String incidentId, List<Comment> comments) {
        commands = new Commands(context);
        getStyleClass().add("flyout-body");
        Styles.add(this, "/dupin/ui/investigation/investigation.css");
        show(comments);
        var text = new TextArea();
        text.setPromptText(Messages.text("investigation.comment.prompt"));
        text.setAccessibleText(Messages.text("investigation.comment.prompt"));
        text.setPrefRowCount(4);
        text.setWrapText(true);
        text.setId("comment-text");
        var add = new Button(Messages.text("investigation.comment.add"));
        add.getStyleClass().add("accent");
        add.setId("comment-add");
        add.setDisable(true);
        text.textProperty().addListener((_, _, now) -> add.setDisable(now.isBlank()));
        add.setOnAction(_ -> {
            String said = text.getText().strip();
            commands.run(
                    add,
                    () -> {
                        context.deeds().comment("incident:" + incidentId, said);
                        return said;
                    },
                    _ -> text.clear());
        });
        getChildren().addAll(list, text, add);
        setSpacing(8);
    }

    void show(List<Comment> comments) {
        list.getChildren().clear();
        if (comments.isEmpty()) {
            list.text(Messages.text("investigation.comment.none"), "muted");
        }
        for (Comment comment : comments) {
            list.text(comment.createdBy() + "  ·  " + Times.minute(comment.createdDateTime()), "caption");
            list.add(Markdown.of(comment.text()));
        }
    }
}
