package dupin.ui;

import dupin.service.Chosen;
import dupin.service.ItemResult;
import dupin.service.Job;
import dupin.service.Progress;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/// One command over many rows, in the background: a job with progress that can be cancelled, and afterwards what became of
/// each row. FX thread.
final class BulkDeed {
    private static final int LISTED = 200;

    private final Frame frame;
    private final BiFunction<String, Consumer<Progress>, Job> jobs;

    BulkDeed(Frame frame, BiFunction<String, Consumer<Progress>, Job> jobs) {
        this.frame = frame;
        this.jobs = jobs;
    }

    /// @param each does a page of rows and says of each what became of it
    /// @param done the sentence for so many rows that were done
    <T> void run(String title, Chosen<T> chosen, Function<List<T>, List<ItemResult>> each, IntFunction<String> done) {
        int all = chosen.size();
        var _ =
                jobs.apply(
                        title,
                        progress -> {
                            var tally = new Tally();
                            try {
                                chosen.each(page -> {
                                    progress.report(title, tally.looked, all);
                                    tally.add(each.apply(page), page.size());
                                });
                            } finally {
                                // What was done before a cancel was done.
                                frame.pump().once(() -> tally, end -> say(end, all, done));
                            }
                        });
    }

    private static final class Tally {
        private final List<ItemResult> refused = new ArrayList<>();
        private int looked;
        private int done;

        void add(List<ItemResult> results, int rows) {
            looked += rows;
            for (ItemResult result : results) {
                if (result.done()) {
                    done++;
                } else {
                    refused.add(result);
                }
            }
        }
    }

    private void say(Tally tally, int all, IntFunction<String> done) {
        if (tally.refused.isEmpty() && tally.looked == all) {
            frame.toasts().say(done.apply(tally.done));
            return;
        }
        var sheet = new Sheet();
        sheet.text(done.apply(tally.done), "semibold");
        if (tally.looked < all) {
            sheet.text(Messages.text("window.bulkNotReached", all - tally.looked), "muted");
        }
        tally.refused.stream()
                .limit(LISTED)
                .forEach(
                        item -> sheet.text(Messages.text("window.bulkRefused", item.label(), item.message()), "muted"));
        if (tally.refused.size() > LISTED) {
            sheet.text(Messages.text("window.bulkMore", tally.refused.size() - LISTED), "muted");
        }
        frame.dialogs().show(new Dialogs.Sheet(Messages.text("window.bulkTitle", tally.done, all), sheet, true));
    }
}
