package dupin.ui.shell;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;

/// The pages of the window, in the order of the rail and of Ctrl+1 … Ctrl+9, Ctrl+0.
public enum Page {
    HOME(Icon.HOME),
    INCIDENTS(Icon.INCIDENT),
    ALERTS(Icon.ALERT),
    INVESTIGATIONS(Icon.INVESTIGATION),
    ACTIONS(Icon.ACTIONS),
    HUNTING(Icon.HUNTING),
    TIMELINE(Icon.CLOCK),
    ASSETS(Icon.DEVICE),
    POLICIES(Icon.POLICY),
    SETTINGS(Icon.SETTINGS);

    private final Icon icon;

    Page(Icon icon) {
        this.icon = icon;
    }

    public Icon icon() {
        return icon;
    }

    public String label() {
        return switch (this) {
            case HOME -> Messages.text("shell.home");
            case INCIDENTS -> Messages.text("shell.incidents");
            case ALERTS -> Messages.text("shell.alerts");
            case INVESTIGATIONS -> Messages.text("shell.investigations");
            case ACTIONS -> Messages.text("shell.actions");
            case HUNTING -> Messages.text("shell.hunting");
            case TIMELINE -> Messages.text("shell.timeline");
            case ASSETS -> Messages.text("shell.assets");
            case POLICIES -> Messages.text("shell.policies");
            case SETTINGS -> Messages.text("shell.settings");
        };
    }

    /// What Ctrl and this digit open.
    public int digit() {
        return (ordinal() + 1) % 10;
    }
}
