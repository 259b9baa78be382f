-- Whether a person has paused a source, and until when its far end asked to be left alone.
create table source_switch (
    source     text primary key,
    paused     boolean     not null default false,
    why        text,
    changed_by text,
    changed_at timestamptz,
    rest_until timestamptz
);

-- What people did to a source, and what the hub noticed about it.
create table source_event (
    id     bigint generated always as identity primary key,
    source text        not null,
    at     timestamptz not null,
    actor  text        not null,
    kind   text        not null,
    detail jsonb       not null default '{}'
);
create index source_event_by_source on source_event (source, id desc);
create trigger source_event_is_append_only before update or delete on source_event
    for each row execute function refuse_change();

-- How many messages a source brought in within an hour: counted out of the raw archive, never while messages come.
create table source_hour (
    source   text        not null,
    hour     timestamptz not null,
    taken_in integer     not null,
    primary key (source, hour)
);
create table source_hour_mark (
    counted_to bigint not null
);
insert into source_hour_mark (counted_to) values (0);

-- When something last came is told by the archive.
alter table source_status drop column last_received_at;
alter table source_status add column last_well_at timestamptz;
alter table source_status add column quota_left bigint;
alter table source_status add column quota_at timestamptz;

create index refusal_by_time on refusal (at);
create index reply_failed on reply (created_at) where state in ('FAILED', 'UNCERTAIN');

-- What a far end lists for a span of time, held against what was taken in.
create table reconciliation (
    id          uuid primary key,
    seq         bigint generated always as identity unique,
    source      text        not null,
    from_at     timestamptz not null,
    to_at       timestamptz not null,
    actor       text        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    complete    boolean     not null default false,
    problem     text
);
create index reconciliation_by_source on reconciliation (source, seq desc);
create table reconciliation_item (
    reconciliation_id uuid        not null references reconciliation,
    position          integer     not null,
    delivery_id       text        not null,
    at                timestamptz not null,
    state             text        not null check (state in ('TAKEN_IN', 'MISSING', 'BACKFILLED')),
    primary key (reconciliation_id, position)
);
create index reconciliation_missing on reconciliation_item (reconciliation_id, position) where state <> 'TAKEN_IN';

-- A message that the hub sends itself along the road; it is marked, and no case comes of it.
create table channel_test (
    id         uuid primary key,
    seq        bigint generated always as identity unique,
    source     text        not null,
    actor      text        not null,
    started_at timestamptz not null
);
create index channel_test_by_source on channel_test (source, seq desc);
create table channel_test_station (
    test_id uuid        not null references channel_test,
    station text        not null,
    at      timestamptz not null,
    well    boolean     not null,
    detail  text        not null,
    primary key (test_id, station)
);
