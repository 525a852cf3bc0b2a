package dupin.ui.fx;

import dupin.model.ActionState;
import dupin.model.InvestigationState;
import dupin.model.RemediationStatus;
import dupin.model.Severity;
import dupin.model.Verdict;
import org.jspecify.annotations.Nullable;

/// How a severity, a verdict or a state looks: colour role, shape and letter (or icon), and word; never colour alone.
///
/// @param role style class and, with `-` before it, the looked-up colour: `severity-high`, `verdict-malicious` …
/// @param letter stands in the shape; "" when an icon takes the shape's place
public record Face(String role, Form form, String letter, @Nullable Icon icon, String label) {

    /// Shapes of marks and badges.
    public enum Form {
        SQUARE,
        CIRCLE,
        HEXAGON,
        TRIANGLE,
        DIAMOND,
        DASHED_CIRCLE,
        NONE
    }

    /// Nothing to show.
    public static final Face NONE = new Face("neutral", Form.NONE, "", null, "");

    public static Face of(Severity severity) {
        return switch (severity) {
            case HIGH -> shape("severity-high", Form.SQUARE, severity.letter(), severity.label());
            case MEDIUM -> shape("severity-medium", Form.DIAMOND, severity.letter(), severity.label());
            case LOW -> shape("severity-low", Form.TRIANGLE, severity.letter(), severity.label());
            case INFORMATIONAL -> shape("severity-informational", Form.CIRCLE, severity.letter(), severity.label());
            case UNKNOWN -> shape("neutral", Form.DASHED_CIRCLE, "?", severity.label());
        };
    }

    /// @param verdict null where nothing was judged
    public static Face of(@Nullable Verdict verdict) {
        if (verdict == null) {
            return NONE;
        }
        return switch (verdict) {
            case MALICIOUS -> shape("verdict-malicious", Form.HEXAGON, "M", verdict.label());
            case SUSPICIOUS -> shape("verdict-suspicious", Form.TRIANGLE, "S", verdict.label());
            case NO_THREATS_FOUND -> shape("verdict-clean", Form.CIRCLE, "N", verdict.label());
            case NOT_EVALUABLE -> shape("verdict-not-evaluable", Form.DASHED_CIRCLE, "?", verdict.label());
        };
    }

    /// @param status null where nothing is to remediate
    public static Face of(@Nullable RemediationStatus status) {
        if (status == null) {
            return NONE;
        }
        String label = status.label();
        return switch (status) {
            case NONE -> NONE;
            case ACTIVE, UNREMEDIATED -> icon("state-failed", Icon.WARNING, label);
            case PENDING_APPROVAL -> icon("state-pending", Icon.CLOCK, label);
            case RUNNING -> icon("state-running", Icon.RUNNING, label);
            case REMEDIATED, PREVENTED, BLOCKED -> icon("state-remediated", Icon.REMEDIATED, label);
            case PARTIALLY_REMEDIATED -> icon("verdict-suspicious", Icon.REMEDIATED, label);
            case DECLINED -> icon("state-declined", Icon.REJECT, label);
            case NOT_FOUND -> icon("state-declined", Icon.UNKNOWN, label);
        };
    }

    /// @param state null where nothing was decided
    public static Face of(@Nullable InvestigationState state) {
        if (state == null) {
            return NONE;
        }
        String label = state.label();
        return switch (state) {
            case QUEUED, PENDING_RESOURCE -> icon("state-running", Icon.CLOCK, label);
            case RUNNING -> icon("state-running", Icon.RUNNING, label);
            case PENDING_APPROVAL -> icon("state-pending", Icon.CLOCK, label);
            case SUCCESSFULLY_REMEDIATED -> icon("state-remediated", Icon.REMEDIATED, label);
            case BENIGN -> icon("verdict-clean", Icon.CHECK, label);
            case PARTIALLY_REMEDIATED -> icon("verdict-suspicious", Icon.REMEDIATED, label);
            case PARTIALLY_INVESTIGATED -> icon("verdict-suspicious", Icon.WARNING, label);
            case FAILED -> icon("state-failed", Icon.ERROR, label);
            case TERMINATED_BY_USER, TERMINATED_BY_SYSTEM -> icon("state-declined", Icon.STOP, label);
            case UNSUPPORTED_ALERT_TYPE, SUPPRESSED_ALERT -> icon("state-declined", Icon.INFO, label);
            case NOT_PROTECTED -> icon("state-declined", Icon.AUTOMATION_OFF, label);
        };
    }

    public static Face of(ActionState state) {
        String label = state.label();
        return switch (state) {
            case PENDING -> icon("state-pending", Icon.CLOCK, label);
            case APPROVED, QUEUED -> icon("state-running", Icon.CLOCK, label);
            case RUNNING, VERIFYING, UNDOING -> icon("state-running", Icon.RUNNING, label);
            case COMPLETED -> icon("state-remediated", Icon.CHECK, label);
            case FAILED -> icon("state-failed", Icon.ERROR, label);
            case TIMED_OUT -> icon("state-failed", Icon.CLOCK, label);
            case CANCELLED -> icon("state-declined", Icon.STOP, label);
            case SKIPPED -> icon("state-declined", Icon.STEP_FORWARD, label);
            case DECLINED -> icon("state-declined", Icon.REJECT, label);
            case EXPIRED -> icon("state-declined", Icon.CLOCK, label);
            case UNDONE -> icon("state-declined", Icon.UNDO, label);
        };
    }

    private static Face shape(String role, Form form, String letter, String label) {
        return new Face(role, form, letter, null, label);
    }

    private static Face icon(String role, Icon icon, String label) {
        return new Face(role, Form.NONE, "", icon, label);
    }
}
