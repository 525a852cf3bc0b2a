-- The words that numbers stand for, as the program that made the store knew them.
CREATE TABLE vocabulary (
    text VARCHAR NOT NULL
);

-- Telemetry files by digest. A file counts once `state` is 1; what a load left that did not get there is removed.
-- Its events have the ids from `first_event` on.
CREATE TABLE telemetry_file (
    id INT PRIMARY KEY,
    sha256 VARCHAR(64) NOT NULL UNIQUE,
    state INT NOT NULL,
    first_event BIGINT NOT NULL,
    events BIGINT NOT NULL,
    entities BIGINT NOT NULL,
    links BIGINT NOT NULL,
    last_segment INT NOT NULL,
    in_order BOOLEAN NOT NULL
);

-- Names of tables, actions and attributes.
CREATE TABLE word (
    id INT PRIMARY KEY,
    text VARCHAR NOT NULL
);

-- Two keys that one sighting bears.
CREATE TABLE alias (
    id BIGINT PRIMARY KEY,
    own VARCHAR NOT NULL,
    other VARCHAR NOT NULL
);

-- The dictionary. `id` is the kind and a number within it (see EntityIds).
CREATE TABLE entity (
    id BIGINT PRIMARY KEY,
    text VARCHAR NOT NULL
);

-- The next free number of each kind of entity, after the last finished load.
CREATE TABLE entity_place (
    kind INT PRIMARY KEY,
    next_place BIGINT NOT NULL
);

-- From a key's hash to its entity; where two keys have one hash the second takes the next slot.
CREATE TABLE entity_slot (
    slot BIGINT PRIMARY KEY,
    entity BIGINT NOT NULL
);

-- Sixty-four events: what questions need, and apart from it the rows as they stood in the file. Rows that are too long
-- for one value are cut into parts.
CREATE TABLE event_block (
    id BIGINT PRIMARY KEY,
    first_row BIGINT NOT NULL,
    data VARBINARY(1048576) NOT NULL
);

CREATE TABLE raw_block (
    id BIGINT PRIMARY KEY,
    data VARBINARY(1048576) NOT NULL
);

-- Entity to events. `id` is entity, part and segment; a part holds up to 1,024 events of one segment of a load in order
-- of time. Part 0 also tells all of the segment: number of events, first and last time, devices, fullest attributes.
CREATE TABLE sighting (
    id BIGINT PRIMARY KEY,
    kinds BIGINT NOT NULL,
    first_time BIGINT NOT NULL,
    last_time BIGINT NOT NULL,
    postings VARBINARY(1048576) NOT NULL,
    events BIGINT,
    seen_first BIGINT,
    seen_last BIGINT,
    device_kinds BIGINT,
    devices VARBINARY(1048576),
    attributes VARBINARY(1048576)
);
