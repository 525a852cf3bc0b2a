package dupin.service;

import dupin.engine.CaseState;
import dupin.model.ActionState;
import dupin.model.Investigation;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What has come about since it was last asked: investigations that ended in a verdict, approvals that ran out or are about
/// to. The first question only takes note of what is there. Background only; one asker.
public final class CaseNews {
    private static final Duration SOON = Duration.ofHours(24);

    private final CaseReads live;
    private final Set<String> told = new HashSet<>();
    private boolean asked;

    CaseNews(CaseReads live) {
        this.live = live;
    }

    /// What is told of.
    public enum What {
        VERDICT,
        EXPIRED,
        EXPIRES_SOON
    }

    /// @param title of the investigation or action
    /// @param word verdict, or the time at which the approval runs out
    public record News(What what, String title, String word, String incidentId, Instant at) {}

    /// What automated investigation did in the seven days up to now.
    public Week week(Instant now) {
        return live.read(state -> Week.of(state, now));
    }

    /// News since the last question, the newest first.
    public synchronized List<News> since(Instant now) {
        List<News> fresh = live.read(state -> fresh(state, now));
        boolean first = !asked;
        asked = true;
        return first ? List.of() : fresh;
    }

    private List<News> fresh(CaseState state, Instant now) {
        var news = new ArrayList<News>();
        for (Investigation run : state.investigations()) {
            Instant at = run.analysedDateTime();
            if (at != null && told.add("verdict " + run.id())) {
                Verdict worst =
                        state.verdicts(run.id()).stream().max(Comparator.naturalOrder()).orElse(Verdict.NOT_EVALUABLE);
                news.add(new News(What.VERDICT, run.title(), worst.label(), run.incidentId(), at));
            }
        }
        for (RemediationAction action : state.actions()) {
            Instant expires = action.expiresDateTime();
            if (expires == null) {
                continue;
            }
            String title = action.type().label() + ": " + action.subject();
            if (action.state() == ActionState.EXPIRED && told.add("expired " + action.id())) {
                news.add(new News(What.EXPIRED, title, "", action.incidentId(), expires));
            } else if (action.state() == ActionState.PENDING
                    && expires.isBefore(now.plus(SOON))
                    && told.add("soon " + action.id())) {
                news.add(new News(What.EXPIRES_SOON, title, expires.toString(), action.incidentId(), now));
            }
        }
        news.sort(Comparator.comparing(News::at).reversed().thenComparing(News::title));
        return news;
    }
}
