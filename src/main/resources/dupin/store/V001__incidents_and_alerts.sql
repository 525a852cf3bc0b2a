-- The last journal entry that was applied, and how many rows there should be: compared when the store is opened.
CREATE TABLE applied (
    id INT PRIMARY KEY,
    seq BIGINT NOT NULL,
    head VARCHAR(64) NOT NULL,
    incidents BIGINT NOT NULL,
    alerts BIGINT NOT NULL
);

INSERT INTO applied VALUES (1, -1, REPEAT('0', 64), 0, 0);

-- Enumerations are kept by their order, so that they sort; times in ticks of 100 ns since 1970; lists in one text, each
-- item between line feeds, in lower case where they are only searched.
CREATE TABLE incident (
    id VARCHAR PRIMARY KEY,
    name_key VARCHAR NOT NULL,
    severity INT NOT NULL,
    status INT NOT NULL,
    verdict INT NOT NULL,
    investigation_state INT NOT NULL,
    categories VARCHAR NOT NULL,
    active_alerts INT NOT NULL,
    alerts INT NOT NULL,
    impacted_assets INT NOT NULL,
    pending_actions INT NOT NULL,
    service_sources VARCHAR NOT NULL,
    detection_sources VARCHAR NOT NULL,
    first_activity BIGINT NOT NULL,
    last_activity BIGINT NOT NULL,
    last_update BIGINT NOT NULL,
    assigned_to VARCHAR NOT NULL,
    classification VARCHAR NOT NULL,
    tags VARCHAR NOT NULL,
    search_text VARCHAR NOT NULL
);

CREATE INDEX incident_by_name_key ON incident (name_key, id);
CREATE INDEX incident_by_severity ON incident (severity, id);
CREATE INDEX incident_by_status ON incident (status, id);
CREATE INDEX incident_by_verdict ON incident (verdict, id);
CREATE INDEX incident_by_investigation_state ON incident (investigation_state, id);
CREATE INDEX incident_by_categories ON incident (categories, id);
CREATE INDEX incident_by_active_alerts ON incident (active_alerts, id);
CREATE INDEX incident_by_alerts ON incident (alerts, id);
CREATE INDEX incident_by_impacted_assets ON incident (impacted_assets, id);
CREATE INDEX incident_by_pending_actions ON incident (pending_actions, id);
CREATE INDEX incident_by_service_sources ON incident (service_sources, id);
CREATE INDEX incident_by_detection_sources ON incident (detection_sources, id);
CREATE INDEX incident_by_first_activity ON incident (first_activity, id);
CREATE INDEX incident_by_last_activity ON incident (last_activity, id);
CREATE INDEX incident_by_last_update ON incident (last_update, id);
CREATE INDEX incident_by_assigned_to ON incident (assigned_to, id);
CREATE INDEX incident_by_classification ON incident (classification, id);
CREATE INDEX incident_by_tags ON incident (tags, id);

-- `alert_json` is the canonical text, `raw` the record as it stood in the file; both packed.
CREATE TABLE alert (
    id VARCHAR PRIMARY KEY,
    title VARCHAR NOT NULL,
    severity INT NOT NULL,
    status VARCHAR NOT NULL,
    category VARCHAR NOT NULL,
    service_source VARCHAR NOT NULL,
    detection_source VARCHAR NOT NULL,
    created BIGINT NOT NULL,
    first_activity BIGINT NOT NULL,
    last_activity BIGINT NOT NULL,
    evidence INT NOT NULL,
    alert_json BLOB NOT NULL,
    raw BLOB
);
