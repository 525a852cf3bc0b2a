package dupin.ui.investigation;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.Optional;

/// The tabs of an investigation, in their order.
public enum TabKind {
    ALERTS,
    DEVICES,
    USERS,
    MAILBOXES,
    INVESTIGATIONS,
    KEY_FINDINGS,
    EVIDENCE,
    ENTITIES,
    LOG,
    /// There only while an action waits.
    PENDING_ACTIONS,
    /// There once an action was decided.
    ACTION_HISTORY,
    /// What all the others come to; counts nothing itself.
    SUMMARY,
    /// Who or what did what when.
    ACTIVITY;

    /// Whether its label says how many rows it has.
    boolean counted() {
        return this != SUMMARY;
    }

    public String label() {
        return switch (this) {
            case ALERTS -> Messages.text("investigation.tab.alerts");
            case DEVICES -> Messages.text("investigation.tab.devices");
            case USERS -> Messages.text("investigation.tab.users");
            case MAILBOXES -> Messages.text("investigation.tab.mailboxes");
            case INVESTIGATIONS -> Messages.text("investigation.tab.investigations");
            case KEY_FINDINGS -> Messages.text("investigation.tab.keyFindings");
            case EVIDENCE -> Messages.text("investigation.tab.evidence");
            case ENTITIES -> Messages.text("investigation.tab.entities");
            case LOG -> Messages.text("investigation.tab.log");
            case PENDING_ACTIONS -> Messages.text("investigation.tab.pending");
            case ACTION_HISTORY -> Messages.text("investigation.tab.history");
            case SUMMARY -> Messages.text("investigation.tab.summary");
            case ACTIVITY -> Messages.text("investigation.tab.activity");
        };
    }

    /// What stands for the word where there is not even room for short ones.
    Optional<Icon> icon() {
        return switch (this) {
            case DEVICES -> Optional.of(Icon.DEVICE);
            case USERS -> Optional.of(Icon.USER);
            case MAILBOXES -> Optional.of(Icon.MAILBOX);
            case INVESTIGATIONS -> Optional.of(Icon.INVESTIGATION);
            case KEY_FINDINGS -> Optional.of(Icon.FINDING);
            case ACTION_HISTORY -> Optional.of(Icon.HISTORY);
            case SUMMARY -> Optional.of(Icon.REPORT);
            case ACTIVITY -> Optional.of(Icon.COMMENT);
            default -> Optional.empty();
        };
    }

    /// The same for the last words, where icons for the others do not make room enough.
    Optional<Icon> lastIcon() {
        return switch (this) {
            case ALERTS -> Optional.of(Icon.ALERT);
            case EVIDENCE -> Optional.of(Icon.EVIDENCE);
            case ENTITIES -> Optional.of(Icon.GRAPH);
            case LOG -> Optional.of(Icon.LOG);
            case PENDING_ACTIONS -> Optional.empty();
            default -> icon();
        };
    }

    /// For narrow windows.
    String shortLabel() {
        return switch (this) {
            case PENDING_ACTIONS -> Messages.text("investigation.tab.pendingShort");
            case ACTION_HISTORY -> Messages.text("investigation.tab.historyShort");
            case KEY_FINDINGS -> Messages.text("investigation.tab.keyFindingsShort");
            default -> label();
        };
    }
}
