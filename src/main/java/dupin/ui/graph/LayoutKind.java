package dupin.ui.graph;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;

/// How the marks of a picture may be arranged.
public enum LayoutKind {
    STORY(Icon.COLUMNS),
    FORCE(Icon.GRAPH),
    RADIAL(Icon.TARGET),
    TIME(Icon.CLOCK);

    private final Icon icon;

    LayoutKind(Icon icon) {
        this.icon = icon;
    }

    public Icon icon() {
        return icon;
    }

    public String label() {
        return switch (this) {
            case STORY -> Messages.text("graph.layoutStory");
            case FORCE -> Messages.text("graph.layoutForce");
            case RADIAL -> Messages.text("graph.layoutRadial");
            case TIME -> Messages.text("graph.layoutTime");
        };
    }

    public String help() {
        return switch (this) {
            case STORY -> Messages.text("graph.layoutStoryHelp");
            case FORCE -> Messages.text("graph.layoutForceHelp");
            case RADIAL -> Messages.text("graph.layoutRadialHelp");
            case TIME -> Messages.text("graph.layoutTimeHelp");
        };
    }

    LayoutKind next() {
        return values()[(ordinal() + 1) % values().length];
    }

    /// @param centre id of the mark that is looked at; "" for none
    GraphLayout layout(String centre, Stop stop) {
        return switch (this) {
            case STORY -> new StoryLayout(stop);
            case FORCE -> new ForceLayout(stop);
            case RADIAL -> new RadialLayout(centre, stop);
            case TIME -> new TimeLayout(stop);
        };
    }
}
