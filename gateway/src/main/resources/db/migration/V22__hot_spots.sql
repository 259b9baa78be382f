-- A case counts once at its category and division, and once for its matter, which is named by the first case that told it. Confidential
-- cases are never here. The citizen is told again by hashes of marks.
create table hot_sighting (
    kind    text        not null,
    place   text        not null,
    at      timestamptz not null,
    case_id uuid        not null references case_file on delete cascade,
    citizen integer[]   not null,
    primary key (kind, place, case_id)
);
create index hot_sighting_by_time on hot_sighting (kind, place, at desc);
create index hot_sighting_by_case on hot_sighting (case_id);

-- Up to which event the cases are counted, and when watching began.
create table hot_spot_mark (
    history_id bigint      not null,
    since      timestamptz not null
);
insert into hot_spot_mark select 0, coalesce(min(accepted_at), now()) from case_file;

create table hot_spot (
    id         uuid primary key default gen_random_uuid(),
    seq        bigint generated always as identity unique,
    revision   integer     not null default 1,
    kind       text        not null,
    place      text        not null,
    span       text        not null,
    began_at   timestamptz not null,
    found_at   timestamptz not null,
    citizens   integer     not null,
    usual      real        not null,
    state      text        not null default 'OPEN' check (state in ('OPEN', 'ACTED', 'DISMISSED')),
    settled_by text,
    settled_at timestamptz,
    check ((state = 'OPEN') = (settled_at is null) and (settled_at is null) = (settled_by is null))
);
create unique index hot_spot_open on hot_spot (kind, place) where state = 'OPEN';
create index hot_spot_by_place on hot_spot (kind, place, settled_at desc);

-- Citizens a day that are usual there, because a person said that they were no hot spot.
create table hot_spot_level (
    kind  text not null,
    place text not null,
    daily real not null,
    primary key (kind, place)
);
