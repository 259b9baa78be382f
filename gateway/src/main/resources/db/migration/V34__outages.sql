-- What is cut off or closed: registered ahead or when it happens, until somebody says that it is over.
create table outage (
    id            uuid primary key,
    seq           bigint generated always as identity unique,
    revision      integer     not null default 1,
    kind          text        not null,
    planned       boolean     not null,
    cause         text        not null,
    unit          text        not null,
    divisions     text[]      not null,
    places        text[]      not null,
    starts_at     timestamptz not null,
    ends_at       timestamptz not null,
    state         text        not null default 'OPEN' check (state in ('OPEN', 'RESTORED', 'CANCELLED')),
    registered_by text        not null,
    registered_at timestamptz not null,
    alarmed_at    timestamptz,
    restored_at   timestamptz,
    -- Up to which case those that came before the registration have been looked at; none: all have.
    looked_to     uuid        default '00000000-0000-0000-0000-000000000000',
    check (starts_at < ends_at),
    check ((state = 'RESTORED') = (restored_at is not null))
);
create index outage_open on outage (seq desc) include (starts_at, ends_at) where state = 'OPEN';
create index outage_over on outage (seq desc) where state <> 'OPEN';

-- Which cases an outage explains, and what their citizens were told. What a person parted is never linked again.
create table outage_case (
    outage_id   uuid        not null references outage,
    case_id     uuid        not null references case_file,
    state       text        not null check (state in ('LINKED', 'POSSIBLE', 'UNLINKED')),
    signs       jsonb       not null,
    actor       text        not null,
    at          timestamptz not null,
    -- The hub lets the case's clock stand still until the outage is over.
    paused      boolean     not null default false,
    told        text,
    told_after  text,
    primary key (outage_id, case_id)
);
create index outage_case_by_case on outage_case (case_id);
create index outage_case_to_tell on outage_case (outage_id, case_id) where state = 'LINKED' and told_after is null;

-- Hashes of the marks of citizens who were told, so that nobody is told twice.
create table outage_told (
    outage_id uuid not null references outage,
    what      text not null check (what in ('CAUSE', 'RESTORED')),
    citizen   uuid not null,
    primary key (outage_id, what, citizen)
);

create table outage_event (
    id        bigint generated always as identity primary key,
    outage_id uuid        not null references outage,
    at        timestamptz not null,
    actor     text        not null,
    kind      text        not null,
    detail    jsonb       not null default '{}'
);
create index outage_event_by_outage on outage_event (outage_id, id);
create trigger outage_event_is_append_only before update or delete on outage_event
    for each row execute function refuse_change();

-- Up to which event the cases have been held against open outages.
create table outage_mark (
    history_id bigint not null
);
insert into outage_mark (history_id) values (0);

-- Citizens are called back for other reasons than a missed call.
alter table call_back add column why text not null default 'MISSED' check (why in ('MISSED', 'RESTORED'));
alter table call_back add column outage_id uuid references outage;
