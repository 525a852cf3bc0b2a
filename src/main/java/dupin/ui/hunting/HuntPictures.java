package dupin.ui.hunting;

import dupin.service.Hunt;
import javafx.scene.Node;

/// Draws what a hunt found in ways other than a table; the window puts them in, for views do not know each other. FX thread.
public interface HuntPictures {

    /// The rows by time.
    Node timeline(Hunt hunt);

    /// The entities of the rows and what joins them.
    Node graph(Hunt hunt);
}
