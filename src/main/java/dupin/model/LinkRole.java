package dupin.model;

/// The part that an entity plays in a telemetry row.
public enum LinkRole {
    /// The machine on which it happened.
    DEVICE,
    /// The process that did it.
    ACTOR,
    /// Image file of the actor.
    ACTOR_IMAGE,
    /// The actor's parent process.
    PARENT,
    /// What was created, changed, started, loaded, connected to, installed.
    TARGET,
    /// Image file of a started process.
    TARGET_IMAGE,
    /// The account that did it or signed in.
    ACCOUNT,
    /// The account that it was done to.
    TARGET_ACCOUNT,
    /// Where a connection, sign-in or mail came from.
    SOURCE,
    /// Where a connection or request went: address, URL or domain.
    DESTINATION,
    /// The other machine of a logon or connection.
    REMOTE_DEVICE,
    /// The mail that the row speaks of.
    MESSAGE,
    /// The mailbox that the row speaks of.
    MAILBOX,
    /// The application or cloud resource that the row speaks of.
    APPLICATION
}
