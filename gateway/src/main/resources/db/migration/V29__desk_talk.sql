-- Who looks at a case right now: written every few seconds, worth nothing after a crash.
create unlogged table case_reader (
    case_id  uuid        not null,
    username text        not null,
    seen_at  timestamptz not null,
    primary key (case_id, username)
);
create index case_reader_by_user on case_reader (username, seen_at);

-- An answer that somebody is writing; the others at the desk may read it.
create table draft (
    case_id  uuid        not null references case_file,
    author   text        not null,
    text     text        not null,
    saved_at timestamptz not null,
    primary key (case_id, author)
);

-- What people at the desk tell each other about a case; no unit and no citizen ever sees it.
create table note (
    id        bigint generated always as identity primary key,
    case_id   uuid        not null references case_file,
    author    text        not null,
    text      text        not null,
    mentioned text[]      not null default '{}',
    at        timestamptz not null
);
create index note_by_case on note (case_id, id);
create index note_by_mentioned on note using gin (mentioned);
