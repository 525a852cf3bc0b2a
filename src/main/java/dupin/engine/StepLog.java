package dupin.engine;

import dupin.model.Frozen;
import dupin.model.StepRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// The finished steps of an investigation, packed.
final class StepLog {
    private static final StepRecord.Status[] STATUSES = StepRecord.Status.values();

    private final Packing steps;
    private int size;
    private int runFrom;

    /// What the steps of earlier runs said; empty while the first run goes on.
    private final Set<Said> said = new HashSet<>();

    /// What [StepRecord#saysSame] compares.
    private record Said(
            String action,
            String entityType,
            String device,
            String description,
            StepRecord.Status status,
            int entities,
            int findings) {
        static Said of(StepRecord step) {
            return new Said(
                    step.action(),
                    step.entityType(),
                    step.device(),
                    step.description(),
                    step.status(),
                    step.entities(),
                    step.findings());
        }
    }

    StepLog(Texts texts) {
        steps = new Packing(texts);
    }

    private StepLog(StepLog other) {
        steps = other.steps.copy();
        size = other.size;
        runFrom = other.runFrom;
        said.addAll(other.said);
    }

    StepLog copy() {
        return new StepLog(this);
    }

    /// @return false when an earlier run's step said the same
    boolean add(StepRecord step) {
        steps.number(step.index())
                .phrase(step.action(), step.entityType(), step.description(), step.playbookStep())
                .text(step.device())
                .number(step.status().ordinal())
                .number(step.entities())
                .number(step.findings())
                .time(step.startedDateTime())
                .time(step.endedDateTime());
        size++;
        return said.isEmpty() || !said.contains(Said.of(step));
    }

    /// The steps are gone through again from here on.
    void runAgain() {
        List<StepRecord> all = list();
        for (StepRecord step : all.subList(runFrom, all.size())) {
            said.add(Said.of(step));
        }
        runFrom = size;
    }

    /// Steps of the current run, which may be a second one.
    int ofRun() {
        return size - runFrom;
    }

    int size() {
        return size;
    }

    /// No step is likely to come.
    void close() {
        steps.trim();
    }

    /// The steps of this moment; unpacked whenever they are gone through.
    List<StepRecord> list() {
        return new Unpacked(steps.read(), size);
    }

    private static final class Unpacked extends Frozen<StepRecord> {
        private final Packing.Cursor start;
        private final int size;

        Unpacked(Packing.Cursor start, int size) {
            this.start = start;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public StepRecord get(int index) {
            return all().get(index);
        }

        @Override
        public Iterator<StepRecord> iterator() {
            return all().iterator();
        }

        private List<StepRecord> all() {
            var all = new ArrayList<StepRecord>(size);
            for (Packing.Cursor at = start.again(); at.more(); ) {
                int index = (int) at.number();
                String[] said = at.phrase(4);
                all.add(
                        new StepRecord(
                                index,
                                said[0],
                                said[1],
                                at.text(),
                                said[2],
                                STATUSES[(int) at.number()],
                                (int) at.number(),
                                (int) at.number(),
                                at.time(),
                                at.time(),
                                said[3]));
            }
            return List.copyOf(all);
        }
    }
}
