package dupin.service;

import dupin.model.Comment;
import dupin.model.row.AlertGoing;
import dupin.model.row.AlertRow;
import dupin.model.row.LogLine;
import java.util.List;

/// Everything that the flyout shows of one alert, as of one moment.
///
/// @param going what would happen if it were linked to another incident
/// @param log what persons did with the alert itself, oldest first
public record AlertDetails(AlertRow row, List<Comment> comments, List<LogLine> log, AlertGoing going) {
    public AlertDetails {
        comments = List.copyOf(comments);
        log = List.copyOf(log);
    }
}
