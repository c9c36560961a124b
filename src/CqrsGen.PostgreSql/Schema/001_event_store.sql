-- Streams, events in their one order, and the appends that were made. {s} stands for the schema.

-- State: 0 active, 1 archived, 2 deleted.
CREATE TABLE {s}.streams (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE,
    version bigint NOT NULL DEFAULT 0,
    state smallint NOT NULL DEFAULT 0,
    metadata bytea
);

-- No foreign keys: they would look up and lock a row for every event. Events are written by one kind of statement.
CREATE TABLE {s}.events (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- Its sequence must keep CACHE 1.
    stream bigint NOT NULL,
    version bigint NOT NULL,
    category text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    schema_version integer NOT NULL,
    archived boolean NOT NULL DEFAULT false,
    recorded_at timestamptz NOT NULL,
    id uuid NOT NULL,
    metadata bytea,
    tags text[],
    payload bytea NOT NULL,
    CONSTRAINT events_id UNIQUE (id),
    CONSTRAINT events_version UNIQUE (stream, version)
);

CREATE INDEX events_category ON {s}.events (category, position);
CREATE INDEX events_type ON {s}.events (type, position);

CREATE TABLE {s}.event_tags (
    tag text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (tag, position)
);

-- A row for every tag, which whoever appends or judges by the tag locks.
CREATE TABLE {s}.tags (name text COLLATE "C" PRIMARY KEY);

CREATE TABLE {s}.appends (
    command uuid NOT NULL,
    ordinal integer NOT NULL,
    hash bytea NOT NULL,
    result bytea NOT NULL,
    last_position bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (command, ordinal)
);

-- Everything up to here is readable. It is made of what the sequence and the markers say, so losing some of its last
-- values in a crash only means to work them out again.
CREATE TABLE {s}.frontier (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    position bigint NOT NULL DEFAULT 0
);
INSERT INTO {s}.frontier DEFAULT VALUES;

-- Whoever inserts events holds the marker from before the first position is taken until the transaction ends. A
-- trigger takes it, so nobody can forget to. The frontier waits for those who hold it.
CREATE FUNCTION {s}.take_marker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared({marker}, TG_RELID::bigint::bit(32)::integer);
    RETURN NULL;
END $$;

CREATE TRIGGER events_take_marker BEFORE INSERT ON {s}.events
FOR EACH STATEMENT EXECUTE FUNCTION {s}.take_marker();

-- Events are written once. Archiving marks them, deleting a stream erases them; nothing else may touch them.
CREATE FUNCTION {s}.keep_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stream_state smallint;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'events are written once';
    END IF;

    SELECT state INTO stream_state FROM {s}.streams WHERE id = OLD.stream;
    IF TG_OP = 'DELETE' THEN
        IF stream_state <> 2 THEN
            RAISE EXCEPTION 'events are deleted with their stream';
        END IF;

        RETURN OLD;
    END IF;

    IF stream_state <> 1 OR NOT NEW.archived THEN
        RAISE EXCEPTION 'events are archived with their stream';
    END IF;

    OLD.archived := true;
    IF NEW IS DISTINCT FROM OLD THEN
        RAISE EXCEPTION 'events are written once';
    END IF;

    RETURN NEW;
END $$;

CREATE TRIGGER events_written_once BEFORE UPDATE OR DELETE ON {s}.events
FOR EACH ROW EXECUTE FUNCTION {s}.keep_event();

CREATE TRIGGER events_not_truncated BEFORE TRUNCATE ON {s}.events
FOR EACH STATEMENT EXECUTE FUNCTION {s}.keep_event();
