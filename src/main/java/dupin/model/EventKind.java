package dupin.model;

/// What a telemetry row says happened, whatever its source calls it.
public enum EventKind {
    PROCESS_CREATED(Telemetry.PROCESS),
    PROCESS_ACCESS(Telemetry.PROCESS),
    FILE_CREATED(Telemetry.FILE),
    FILE_MODIFIED(Telemetry.FILE),
    FILE_RENAMED(Telemetry.FILE),
    FILE_DELETED(Telemetry.FILE),
    FILE_SIGNATURE(Telemetry.FILE),
    IMAGE_LOADED(Telemetry.FILE),
    NETWORK_CONNECTION(Telemetry.NETWORK),
    DNS_QUERY(Telemetry.NETWORK),
    REGISTRY_CHANGED(Telemetry.REGISTRY),
    SERVICE_INSTALLED(Telemetry.DEVICE),
    DRIVER_LOADED(Telemetry.DEVICE),
    TASK_CREATED(Telemetry.DEVICE),
    SCRIPT(Telemetry.DEVICE),
    DEVICE_OTHER(Telemetry.DEVICE),
    DEVICE_INFO(Telemetry.DEVICE),
    LOGON(Telemetry.LOGON),
    LOGON_FAILED(Telemetry.LOGON),
    SIGN_IN(Telemetry.IDENTITY),
    SIGN_IN_FAILED(Telemetry.IDENTITY),
    IDENTITY_CHANGED(Telemetry.IDENTITY),
    IDENTITY_QUERY(Telemetry.IDENTITY),
    IDENTITY_INFO(Telemetry.IDENTITY),
    MAIL_DELIVERED(Telemetry.MAIL),
    MAIL_POST_DELIVERY(Telemetry.MAIL),
    MAIL_URL(Telemetry.MAIL),
    MAIL_ATTACHMENT(Telemetry.MAIL),
    URL_CLICKED(Telemetry.MAIL),
    INBOX_RULE(Telemetry.CLOUD),
    CLOUD_ACTIVITY(Telemetry.CLOUD),
    OTHER(Telemetry.OTHER),
    // The store keeps places in this list: new kinds go to the end.
    PROCESS_ENDED(Telemetry.DEVICE);

    private final Telemetry source;

    EventKind(Telemetry source) {
        this.source = source;
    }

    public Telemetry source() {
        return source;
    }
}
