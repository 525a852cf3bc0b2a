package dupin.ui.graph;

/// The window on the picture: the world point in its middle, the zoom, and its size in pixels. Immutable.
public record GraphViewport(double centreX, double centreY, double zoom, double width, double height) {
    public static final double MIN_ZOOM = 0.08;
    public static final double MAX_ZOOM = 3;
    private static final double MARGIN = 32;

    /// Half of what a label is wider than its mark, at most, in world units.
    private static final double LABEL = 26;

    /// The column of tools at the right, which is to cover nothing.
    private static final double TOOLS = 44;

    /// Where the bar at the top ends, which lies a little below the border.
    private static final double BAR_END = 12 + GraphBar.HEIGHT;

    /// Room above the picture: the bar is to cover nothing either, and marks reach half their size beyond the bounds.
    private static final double TOP = BAR_END + 10;

    private static final double BOTTOM = 26;

    private static final double TOOLS_DOWN_TO = 226;

    public static GraphViewport sized(double width, double height) {
        return new GraphViewport(0, 0, 1, width, height);
    }

    double screenX(double worldX) {
        return (worldX - centreX) * zoom + width / 2;
    }

    double screenY(double worldY) {
        return (worldY - centreY) * zoom + height / 2;
    }

    double worldX(double screenX) {
        return (screenX - width / 2) / zoom + centreX;
    }

    double worldY(double screenY) {
        return (screenY - height / 2) / zoom + centreY;
    }

    /// The picture follows the mouse by so many pixels.
    GraphViewport panned(double pixelsX, double pixelsY) {
        return new GraphViewport(centreX - pixelsX / zoom, centreY - pixelsY / zoom, zoom, width, height);
    }

    /// The world point under the given pixel stays there.
    GraphViewport zoomedAt(double factor, double screenX, double screenY) {
        double next = Math.clamp(zoom * factor, MIN_ZOOM, MAX_ZOOM);
        double x = worldX(screenX);
        double y = worldY(screenY);
        return new GraphViewport(
                x - (screenX - width / 2) / next, y - (screenY - height / 2) / next, next, width, height);
    }

    /// Shows all of the bounds, never larger than life.
    GraphViewport fitted(GraphPositions.Bounds bounds) {
        double wide = Math.max(1, width - 2 * MARGIN - TOOLS) / Math.max(1, bounds.width() + 2 * LABEL);
        double high = Math.max(1, height - TOP - BOTTOM) / Math.max(1, bounds.height());
        double next = Math.clamp(Math.min(wide, high), MIN_ZOOM, 1);
        double middle = (bounds.left() + bounds.right()) / 2 + TOOLS / 2 / next;
        double centre = (bounds.top() + bounds.bottom()) / 2 - (TOP - BOTTOM) / 2 / next;
        return new GraphViewport(middle, centre, next, width, height);
    }

    /// On the way to another window on the same screen; zooms evenly.
    GraphViewport towards(GraphViewport goal, double part) {
        return new GraphViewport(
                centreX + (goal.centreX - centreX) * part,
                centreY + (goal.centreY - centreY) * part,
                zoom * Math.pow(goal.zoom / zoom, part),
                width,
                height);
    }

    /// What is seen after all marks have moved: all if all was seen, else the selected or middle mark where it was.
    GraphViewport following(Picture before, Picture next, String selected) {
        if (width <= 0) {
            return this;
        }
        GraphPositions from = before.positions();
        GraphPositions to = next.positions();
        if (covers(from.bounds())) {
            return fitted(to.bounds().grown(30));
        }
        int chosen = from.indexOf(selected);
        int here = chosen >= 0 ? chosen : from.nearest(centreX, centreY);
        int there = to.indexOf(from.id(here));
        return centredOn(centreX + to.x(there) - from.x(here), centreY + to.y(there) - from.y(here));
    }

    GraphViewport centredOn(double x, double y) {
        return new GraphViewport(x, y, zoom, width, height);
    }

    GraphViewport resized(double newWidth, double newHeight) {
        return new GraphViewport(centreX, centreY, zoom, newWidth, newHeight);
    }

    /// In a part of the window of another size: who saw all of the picture sees all of it, who looked nearer stays there.
    GraphViewport resized(double newWidth, double newHeight, GraphPositions marks) {
        GraphViewport next = resized(newWidth, newHeight);
        if (width <= 0 || marks.size() == 0) {
            return next;
        }
        GraphPositions.Bounds all = marks.bounds();
        boolean lost = covers(all) && !next.coversInTheClear(all);
        return lost || equals(fitted(all.grown(30))) ? next.fitted(all.grown(30)) : next;
    }

    /// Whether the world point lies well inside.
    boolean holds(double worldX, double worldY) {
        double x = screenX(worldX);
        double y = screenY(worldY);
        return x > 30 && x < width - 30 && y > 30 && y < height - 50;
    }

    /// Whether all of the bounds are seen.
    boolean covers(GraphPositions.Bounds bounds) {
        return screenX(bounds.left()) >= 0
                && screenX(bounds.right()) <= width
                && screenY(bounds.top()) >= 0
                && screenY(bounds.bottom()) <= height;
    }

    /// Whether all of the bounds are seen, and nothing of them beneath bar and tools.
    private boolean coversInTheClear(GraphPositions.Bounds bounds) {
        return covers(bounds) && screenY(bounds.top()) >= BAR_END && screenX(bounds.right()) <= width - TOOLS;
    }

    /// Whether words in this box can be read whole: within the sides, and not beneath the tools.
    boolean clear(Labels.Box box) {
        double right = box.top() < TOOLS_DOWN_TO ? width - TOOLS - 4 : width - 2;
        boolean bar = box.top() < GraphBar.HEIGHT + 4 && box.left() < GraphBar.WIDTH;
        return box.left() > 2 && box.right() < right && !bar;
    }

    /// Whether a mark at this world point may be seen, with some room for its label.
    boolean shows(double worldX, double worldY) {
        double x = screenX(worldX);
        double y = screenY(worldY);
        double room = 100 * Math.max(1, zoom);
        return x > -room && x < width + room && y > -room && y < height + room;
    }
}
