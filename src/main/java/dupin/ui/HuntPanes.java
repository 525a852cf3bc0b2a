package dupin.ui;

import dupin.model.EntityKey;
import dupin.service.Hunt;
import dupin.service.HuntGraph;
import dupin.service.HuntTimeline;
import dupin.service.Timeline;
import dupin.ui.fx.Frame;
import dupin.ui.graph.GraphCanvas;
import dupin.ui.hunting.HuntPictures;
import dupin.ui.timeline.TimelineLinks;
import dupin.ui.timeline.TimelineView;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Timeline and graph of what a hunt found; made when first asked for. FX thread.
final class HuntPanes implements HuntPictures {
    private final Frame frame;
    private final TimelineLinks links;
    private @Nullable TimelineView timeline;
    private @Nullable GraphCanvas graph;

    HuntPanes(Frame frame, TimelineLinks links) {
        this.frame = frame;
        this.links = links;
    }

    @Override
    public Node timeline(Hunt hunt) {
        TimelineView view = timeline;
        var source = new HuntTimeline(hunt);
        if (view == null) {
            view = new TimelineView(source, frame, links);
            timeline = view;
        }
        view.show(source, new Timeline.Subject.OfHunt(hunt.text()));
        return view;
    }

    @Override
    public Node graph(Hunt hunt) {
        GraphCanvas canvas = graph;
        if (canvas == null) {
            canvas = new GraphCanvas(frame.pump().painters());
            canvas.setOnActivate(node -> {
                EntityKey key = node.entity();
                if (key != null) {
                    links.explain(key);
                }
            });
            graph = canvas;
        }
        canvas.setGraph(HuntGraph.of(hunt));
        return canvas;
    }
}
