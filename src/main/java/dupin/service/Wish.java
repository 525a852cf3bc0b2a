package dupin.service;

/// What a person wants of an action.
///
/// @param comment "" when the person gave none
record Wish(Kind kind, String actor, String comment) {
    enum Kind {
        APPROVE,
        REJECT,
        CANCEL,
        UNDO
    }
}
