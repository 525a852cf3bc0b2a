package dupin.model;

/// An action that an incriminated entity would ask for and that was not proposed, with the reason that an analyst reads.
public record SparedAction(ActionType type, EntityKey target, Why why, String reason) {

    public enum Why {
        /// The process has ended.
        ENDED,
        /// Another action takes care of it.
        COVERED,
        /// It would harm the system, or the policy keeps actions away from it.
        FORBIDDEN,
        /// A person said no before, or took it back, and nothing new is known.
        DECIDED,
        /// Not every row was looked at: there may be more places for the action than those that are proposed.
        UNSEEN
    }
}
