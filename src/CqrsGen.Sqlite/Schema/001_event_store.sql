-- Streams, events in their one order, and the appends that were made. {p} stands for the prefix of the tables.

-- Names that many events share: 1 categories, 2 event types, 3 tags.
CREATE TABLE {p}names (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (kind, name)
);

-- State: 0 active, 1 archived, 2 deleted.
CREATE TABLE {p}streams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    metadata BLOB
);

-- AUTOINCREMENT: the position of an erased event is never given again.
CREATE TABLE {p}events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream INTEGER NOT NULL REFERENCES {p}streams (id),
    version INTEGER NOT NULL,
    category INTEGER NOT NULL REFERENCES {p}names (id),
    type INTEGER NOT NULL REFERENCES {p}names (id),
    schema_version INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    recorded_at INTEGER NOT NULL, -- milliseconds since 1970, UTC
    id BLOB NOT NULL UNIQUE,
    metadata BLOB,
    tags TEXT, -- separated by line feeds, in their order
    payload BLOB NOT NULL,
    UNIQUE (stream, version)
);

CREATE INDEX {p}events_category ON {p}events (category, position);
CREATE INDEX {p}events_type ON {p}events (type, position);

CREATE TABLE {p}event_tags (
    tag INTEGER NOT NULL REFERENCES {p}names (id),
    position INTEGER NOT NULL REFERENCES {p}events (position),
    PRIMARY KEY (tag, position)
) WITHOUT ROWID;

CREATE TABLE {p}appends (
    command BLOB NOT NULL,
    ordinal INTEGER NOT NULL,
    hash BLOB NOT NULL,
    result BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (command, ordinal)
) WITHOUT ROWID;

-- Events are written once. Archiving marks them, deleting a stream erases them; nothing else may touch them.
CREATE TRIGGER {p}events_written_once
BEFORE UPDATE OF position, stream, version, category, type, schema_version, recorded_at, id, metadata, tags, payload
ON {p}events
BEGIN
    SELECT RAISE(ABORT, 'events are written once');
END;

CREATE TRIGGER {p}events_archived_with_their_stream
BEFORE UPDATE OF archived ON {p}events
WHEN (SELECT state FROM {p}streams WHERE id = OLD.stream) <> 1 OR NEW.archived <> 1
BEGIN
    SELECT RAISE(ABORT, 'events are archived with their stream');
END;

CREATE TRIGGER {p}events_deleted_with_their_stream
BEFORE DELETE ON {p}events
WHEN (SELECT state FROM {p}streams WHERE id = OLD.stream) <> 2
BEGIN
    SELECT RAISE(ABORT, 'events are deleted with their stream');
END;
