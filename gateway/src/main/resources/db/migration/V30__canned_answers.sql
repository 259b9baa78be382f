-- Texts that are written again and again; {number}, {title}, {citizen} and {unit} stand for what the case has there.
create table canned_answer (
    id         uuid primary key,
    title      text        not null unique,
    text       text        not null,
    revision   integer     not null default 1,
    changed_by text        not null,
    changed_at timestamptz not null
);
