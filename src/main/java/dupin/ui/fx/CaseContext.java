package dupin.ui.fx;

import dupin.model.Weights;
import dupin.service.ChangeFeed;
import dupin.service.Desk;

/// What a view of the open case needs: reads, commands, news of changes, and the window it lies in. Views take it by
/// constructor.
///
/// @param weights for the two thresholds that scores are shown against
public record CaseContext(Desk desk, Deeds deeds, ChangeFeed changes, Weights weights, Frame frame) {

    public int suspicious() {
        return weights.of("threshold.suspicious");
    }

    public int malicious() {
        return weights.of("threshold.malicious");
    }
}
