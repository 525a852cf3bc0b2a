package dupin.engine.sigma;

import dupin.model.LogRecord;
import dupin.model.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.List;

/// Matches events one after the other against a set of rules. For one thread.
public final class Matcher {
    private final RuleSet set;
    private final Row row;
    private final long[] scratch;
    private final List<Integer> numbers = new ArrayList<>();
    private boolean loaded;

    Matcher(RuleSet set) {
        this.set = set;
        row = new Row(set.slots());
        int largest = set.buckets().values().stream().mapToInt(bucket -> bucket.always().length).max().orElse(0);
        scratch = new long[largest];
    }

    /// The rules that the event matches, in the order of the set.
    public List<SigmaRule> match(LogRecord event) {
        numbers.clear();
        loaded = false;
        LogSources.buckets(event, key -> tryBucket(key, event));
        if (numbers.isEmpty()) {
            return List.of();
        }
        return numbers.stream().distinct().sorted().map(set.rules()::get).toList();
    }

    private void tryBucket(String key, LogRecord event) {
        Bucket bucket = set.buckets().get(key);
        if (bucket == null) {
            return;
        }
        if (!loaded) {
            row.load(event);
            loaded = true;
        }
        bucket.match(row, scratch, numbers);
    }

    /// How many regular expressions were given up because they took too long.
    public long givenUp() {
        return row.givenUp();
    }
}
