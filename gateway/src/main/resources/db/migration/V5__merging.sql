-- Cases to compare with earlier ones: written with what the classifier made of them, and worked off beside the road.
create table similar_waiting (
    case_id uuid primary key references case_file
);

-- By what a case is found: hashes of its rarest runs of characters and of the marks of its citizen. Twelve or more rows a case, so they
-- carry no foreign key; ids are ordered by time, so that the newest cases of a key are read first.
create table similar_key (
    key     integer not null,
    case_id uuid    not null,
    primary key (key, case_id)
);

-- Two cases that may be the same matter; case_id is the newer one. What a person refused stays, so that it is never suggested again.
create table similar_case (
    case_id    uuid        not null references case_file,
    other_id   uuid        not null references case_file,
    score      real        not null,
    reasons    jsonb       not null,
    automatic  boolean     not null,
    found_at   timestamptz not null,
    state      text        not null default 'SUGGESTED' check (state in ('SUGGESTED', 'DISMISSED')),
    settled_by text,
    settled_at timestamptz,
    primary key (case_id, other_id),
    check (case_id <> other_id)
);
create index similar_case_by_other on similar_case (other_id, case_id);
create index similar_case_automatic on similar_case (found_at) where automatic and state = 'SUGGESTED';

-- Merging links: each row can be undone by itself, and is kept then.
create table case_merge (
    id             uuid primary key,
    case_id        uuid        not null references case_file,
    main_id        uuid        not null references case_file,
    previous_state text        not null,
    merged_by      text        not null,
    merged_at      timestamptz not null,
    undone_by      text,
    undone_at      timestamptz,
    check (case_id <> main_id)
);
create unique index case_merge_once on case_merge (case_id) where undone_at is null;
create index case_merge_by_main on case_merge (main_id) where undone_at is null;
create index case_file_by_main on case_file (merged_into) where merged_into is not null;
