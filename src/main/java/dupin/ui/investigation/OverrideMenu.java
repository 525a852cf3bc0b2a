package dupin.ui.investigation;

import dupin.model.EntityKey;
import dupin.model.Verdict;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Mark;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/// *Your verdict*: the analyst's last word on an entity, with a reason, or its withdrawal. FX thread.
final class OverrideMenu extends MenuButton {
    private final CaseContext context;
    private final Commands commands;
    private final EntityKey entity;

    OverrideMenu(CaseContext context, EntityKey entity, boolean overridden) {
        super(Messages.text("investigation.override"), Icon.USER.node());
        this.context = context;
        this.entity = entity;
        commands = new Commands(context);
        setId("override");
        setMinWidth(Region.USE_PREF_SIZE);
        for (Verdict verdict : List.of(Verdict.MALICIOUS, Verdict.SUSPICIOUS, Verdict.NO_THREATS_FOUND)) {
            var mark = new Mark();
            mark.show(Face.of(verdict));
            var item = new MenuItem(verdict.label(), mark);
            item.setId("override-" + verdict.word());
            item.setOnAction(_ ->
                    ask(
                            Messages.text("investigation.overrideAsk", verdict.label()),
                            verdict.incriminates()
                                    ? Messages.text("investigation.overrideThreat")
                                    : Messages.text("investigation.overrideClean"),
                            Messages.text("investigation.overrideVerb"),
                            reason -> override(verdict, reason)));
            getItems().add(item);
        }
        if (overridden) {
            var back = new MenuItem(Messages.text("investigation.overrideBack"), Icon.UNDO.node());
            back.setId("override-withdraw");
            back.setOnAction(_ ->
                    ask(
                            Messages.text("investigation.overrideBackAsk"),
                            Messages.text("investigation.overrideBackText"),
                            Messages.text("investigation.overrideBackVerb"),
                            reason ->
                                    () -> {
                                        context.deeds().withdrawOverride(entity, reason);
                                        return Messages.text("investigation.overrideGone");
                                    }));
            getItems().addAll(new SeparatorMenuItem(), back);
        }
    }

    private interface Deed {
        Supplier<String> with(String reason);
    }

    private void ask(String title, String text, String verb, Deed deed) {
        context.frame()
                .dialogs()
                .ask(
                        new Dialogs.Question(
                                title,
                                text,
                                Messages.text("investigation.overrideReason"),
                                verb,
                                Dialogs.Need.REQUIRED),
                        reason -> commands.run(this, deed.with(reason), context.frame().toasts()::say));
    }

    private Supplier<String> override(Verdict verdict, String reason) {
        return () -> {
            int withdrawn = context.deeds().override(entity, verdict, reason);
            return withdrawn == 0
                    ? Messages.text("investigation.overrideDone", verdict.label())
                    : Messages.text("investigation.overrideDoneWithdrawn", verdict.label(), withdrawn);
        };
    }
}
