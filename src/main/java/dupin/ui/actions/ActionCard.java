package dupin.ui.actions;

import dupin.model.ActionItem;
import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import dupin.ui.fx.Badge;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import dupin.ui.fx.Styles;
import dupin.ui.fx.Times;
import dupin.ui.fx.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All of one action: what will be done, why, who else is touched, how it is taken back, and what became of it. FX thread.
public final class ActionCard extends VBox {
    private static final int DIGEST = 12;
    private static final int MOST_ITEMS = 50;

    private final CaseContext context;
    private final boolean titled;
    private final Consumer<EntityKey> explain;
    private final Consumer<String> openIncident;

    /// @param titled whether it names the action itself; not where a title above does
    /// @param explain opens the explanation of an entity
    /// @param openIncident opens the incident with this id
    public ActionCard(CaseContext context, boolean titled, Consumer<EntityKey> explain, Consumer<String> openIncident) {
        this.context = context;
        this.titled = titled;
        this.explain = explain;
        this.openIncident = openIncident;
        getStyleClass().add("action-card");
        Styles.add(this, "/dupin/ui/actions/actions.css");
    }

    public void show(RemediationAction action) {
        Instant now = context.frame().clock().instant();
        var sheet = new Sheet();
        if (titled) {
            var title = new Label(action.type().label());
            title.getStyleClass().add("heading");
            sheet.add(title);
        }
        sheet.add(badges(action));
        sheet.add(Sheet.copyable(ActionWords.target(action)));
        askedAgain(sheet, action);
        sheet.section(Messages.text("actions.card.what"));
        sheet.text(ActionWords.effect(action.type()));
        ActionWords.choices(action).forEach(sheet::row);
        sheet.row(Messages.text("actions.column.asset"), ActionWords.otherAsset(action));
        sheet.row(Messages.text("actions.column.entityType"), action.target().kind().label());
        why(sheet, action);
        back(sheet, action);
        radius(sheet, action);
        times(sheet, action, now);
        receipt(sheet, action);
        ids(sheet, action);
        getChildren().setAll(sheet);
    }

    private static Node badges(RemediationAction action) {
        var flow = new FlowPane(6, 6, Badge.pill(Face.of(action.verdict())), Badge.pill(Face.of(action.state())));
        if (action.automatic()) {
            var auto = new Label(Messages.text("actions.automatic"), Icon.AUTOMATION.node("icon-small"));
            auto.getStyleClass().add("muted");
            flow.getChildren().add(auto);
        }
        return flow;
    }

    /// A decision that does not hold any more comes back with what has changed.
    private static void askedAgain(Sheet sheet, RemediationAction action) {
        if (Verb.APPROVE.fits(action) && !action.statusDetails().isEmpty()) {
            sheet.section(Messages.text("actions.card.askedAgain"));
            var label = warning(action.statusDetails());
            label.setWrapText(true);
            sheet.add(label);
        }
    }

    private void why(Sheet sheet, RemediationAction action) {
        sheet.section(Messages.text("actions.card.why"));
        sheet.text(action.reason());
        sheet.add(Sheet.link(Messages.text("actions.card.explain"), () -> explain.accept(action.target().key())));
        sheet.text(action.policyReason(), "muted");
    }

    private static void back(Sheet sheet, RemediationAction action) {
        sheet.section(Messages.text("actions.card.undo"));
        if (ActionWords.irreversible(action)) {
            sheet.add(warning(Messages.text("actions.forGood")));
        } else if (action.undoPlan().isEmpty()) {
            sheet.text(Messages.text("actions.card.nothingToUndo"), "muted");
        } else {
            sheet.text(action.undoPlan());
        }
    }

    private static Label warning(String text) {
        var label = new Label(text, Icon.WARNING.node("icon-small"));
        label.getStyleClass().addAll("danger-text", "state-failed", "toned");
        return label;
    }

    private static void radius(Sheet sheet, RemediationAction action) {
        String counts = ActionWords.radius(action.blastRadius());
        sheet.section(Messages.text("actions.card.radius"));
        if (!action.blastRadius().critical().isEmpty()) {
            sheet.add(warning(Messages.text("actions.radius.critical")));
        }
        sheet.text(
                counts.isEmpty() ? Messages.text("actions.radius.none") : counts,
                counts.isEmpty() ? "muted" : "semibold");
        String more = action.blastRadius().text();
        sheet.text(more.equals(counts.replace(" · ", ", ")) ? "" : more, "muted");
    }

    private void times(Sheet sheet, RemediationAction action, Instant now) {
        sheet.section(Messages.text("actions.card.decision"));
        sheet.row(Messages.text("actions.column.submittedBy"), action.requestedBy());
        sheet.row(Messages.text("actions.column.proposed"), action.proposedDateTime());
        if (Verb.APPROVE.fits(action) && action.expiresDateTime() != null) {
            sheet.row(Messages.text("actions.column.expires"), expiry(action.expiresDateTime(), now));
        }
        if (Verb.APPROVE.fits(action)) {
            sheet.row(Messages.text("actions.card.who"), deciders(action));
        }
        sheet.row(Messages.text("actions.column.decision"), action.decision());
        sheet.row(Messages.text("actions.column.decidedBy"), action.decidedBy());
        sheet.row(Messages.text("actions.column.decided"), action.decidedDateTime());
        sheet.row(Messages.text("actions.column.comment"), action.comment());
        sheet.row(Messages.text("actions.column.started"), action.startedDateTime());
        sheet.row(Messages.text("actions.column.ended"), action.endedDateTime());
        sheet.row(Messages.text("actions.column.responder"), action.responder());
        sheet.row(Messages.text("actions.column.outcome"), Verb.APPROVE.fits(action) ? "" : action.statusDetails());
        if (action.endedDateTime() != null) {
            sheet.row(
                    Messages.text("actions.card.verified"),
                    action.verified()
                            ? Messages.text("actions.card.verifiedYes")
                            : Messages.text("actions.card.verifiedNo"));
        }
    }

    /// What became of each of several things, those that failed first.
    private static void receipt(Sheet sheet, RemediationAction action) {
        List<ActionItem> items = action.items();
        if (items.isEmpty()) {
            return;
        }
        long done = items.stream().filter(ActionItem::done).count();
        sheet.section(Messages.text("actions.card.receipt", done, items.size()));
        for (ActionItem item : items.stream().limit(MOST_ITEMS).toList()) {
            var line =
                    new Label(
                            item.details().isEmpty() ? item.label() : item.label() + ": " + item.details(),
                            (item.done() ? Icon.CHECK : Icon.WARNING).node("icon-small"));
            line.setWrapText(true);
            line.getStyleClass().addAll("receipt-item", item.done() ? "muted" : "danger-text");
            line.setAccessibleText(
                    item.done()
                            ? Messages.text("actions.card.itemDone", item.label())
                            : Messages.text("actions.card.itemFailed", item.label(), item.details()));
            sheet.add(line);
        }
        if (items.size() > MOST_ITEMS) {
            sheet.text(Messages.text("actions.andMore", items.size() - MOST_ITEMS), "muted");
        }
    }

    /// Asked of the case in the background; the line is empty until then.
    private Label deciders(RemediationAction action) {
        var label = new Label();
        label.setId("action-deciders");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        context.frame()
                .pump()
                .once(
                        () -> context.deeds().deciders(action.id()),
                        found -> found.ifPresent(it -> label.setText(ActionWords.deciders(it))));
        return label;
    }

    private static Label expiry(Instant expires, Instant now) {
        var label = new Label(Times.countdown(expires, now) + "  –  " + Times.minute(expires));
        label.setWrapText(true);
        String style = Urgency.of(expires, now).style();
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    private void ids(Sheet sheet, RemediationAction action) {
        sheet.section(Messages.text("actions.card.record"));
        sheet.row(
                Messages.text("actions.column.incident"),
                Sheet.link(action.incidentId(), () -> openIncident.accept(action.incidentId())));
        sheet.mono(Messages.text("actions.column.investigation"), action.investigationId());
        sheet.mono(Messages.text("actions.column.approvalId"), action.id());
        sheet.row(Messages.text("actions.column.source"), action.source());
        String digest = action.evidenceDigest();
        if (!digest.isEmpty()) {
            var line = Sheet.copyable(digest.length() > DIGEST ? digest.substring(0, DIGEST) + "…" : digest, digest);
            Tooltip.install(line, new Tooltip(Messages.text("actions.card.digestHelp", digest)));
            sheet.row(Messages.text("actions.card.digest"), line);
        }
    }
}
