-- What people said a case is: no text, which is read from the case.
create table training_example (
    case_id  uuid primary key references case_file on delete cascade,
    category text        not null,
    actor    text        not null,
    at       timestamptz not null
);
create index training_example_by_time on training_example (at desc, case_id);

-- Models trained on them, with how each and the one that ran then answered the same cases that neither was trained on.
create table category_model (
    version       bigint generated always as identity primary key,
    trained_at    timestamptz not null,
    trained_by    text        not null,
    examples      integer     not null,
    held_back     integer     not null,
    right_share   real        not null,
    running_share real        not null,
    state         text        not null check (state in ('RUNNING', 'RETIRED', 'REFUSED')),
    revision      integer     not null default 1,
    weights       bytea       not null
);
create unique index category_model_running on category_model ((true)) where state = 'RUNNING';

create table category_model_history (
    at      timestamptz not null,
    actor   text        not null,
    kind    text        not null,
    version bigint references category_model
);
