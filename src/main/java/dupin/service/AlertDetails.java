package dupin.service;

import dupin.model.Comment;
import dupin.model.row.AlertRow;
import dupin.model.row.LogLine;
import java.util.List;

/// Everything that the flyout shows of one alert, as of one moment.
///
/// @param log what persons did with the alert itself, oldest first
public record AlertDetails(AlertRow row, List<Comment> comments, List<LogLine> log) {
    public AlertDetails {
        comments = List.copyOf(comments);
        log = List.copyOf(log);
    }
}
