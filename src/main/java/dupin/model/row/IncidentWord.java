package dupin.model.row;

/// What the incident list can be filtered by in words of the case.
public enum IncidentWord {
    CATEGORY,
    /// Of service or detection.
    SOURCE,
    TAG,
    /// "" is nobody.
    ASSIGNEE,
    /// "" is none.
    CLASSIFICATION,
    DEVICE_GROUP,
    /// Operating system of a device.
    PLATFORM,
    /// Family or name of what an alert found.
    THREAT,
    /// What raised an alert: a policy, rule or detector.
    POLICY,
    /// Id of the cloud subscription of a resource that an alert names.
    SUBSCRIPTION,
    /// Label of a file that an investigation came upon.
    DATA_SENSITIVITY,
    /// The key of an entity that its alerts name, or that an investigation of it looked into; see
    /// [dupin.model.EntityKey#parse]. A case has too many to be offered.
    ENTITY
}
