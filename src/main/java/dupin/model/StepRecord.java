package dupin.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One finished step (or one analyzer of a step) as the Log tab shows it.
///
/// @param index position in the run, from 0; a resumed run does not repeat it
/// @param action the step's or analyzer's name
/// @param device the device it ran on, "" when it spans several
/// @param playbookStep id of the playbook's step that it belongs to
/// @param entities how many entities it looked at
public record StepRecord(
        int index,
        String action,
        String entityType,
        String device,
        String description,
        Status status,
        int entities,
        int findings,
        @Nullable Instant startedDateTime,
        @Nullable Instant endedDateTime,
        String playbookStep) {

    public StepRecord(
            int index,
            String action,
            String entityType,
            String device,
            String description,
            Status status,
            int entities,
            int findings,
            @Nullable Instant startedDateTime,
            @Nullable Instant endedDateTime) {
        this(
                index,
                action,
                entityType,
                device,
                description,
                status,
                entities,
                findings,
                startedDateTime,
                endedDateTime,
                "");
    }

    /// Whether a reader of the log learns nothing from the other: all but place and times is equal.
    public boolean saysSame(StepRecord other) {
        return action.equals(other.action)
                && entityType.equals(other.entityType)
                && device.equals(other.device)
                && description.equals(other.description)
                && status == other.status
                && entities == other.entities
                && findings == other.findings;
    }

    public enum Status {
        COMPLETED("Completed"),
        PARTIAL("Partially completed"),
        SKIPPED("Skipped"),
        FAILED("Failed");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
