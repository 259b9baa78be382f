-- Answers that a second person has to see before they are sent. What was sent back stays.
create table answer_draft (
    id              uuid primary key,
    seq             bigint generated always as identity unique,
    case_id         uuid        not null references case_file,
    text            text        not null,
    result          boolean     not null default false,
    state           text        not null default 'WAITING' check (state in ('WAITING', 'SENT', 'SENT_BACK', 'REPLACED')),
    login           text        not null,
    person          text        not null,
    at              timestamptz not null,
    reviewed_login  text,
    reviewed_person text,
    reviewed_at     timestamptz,
    reason          text,
    revision        integer     not null default 1
);
create unique index answer_draft_waits_once on answer_draft (case_id) where state = 'WAITING';
create index answer_draft_waiting on answer_draft (seq) where state = 'WAITING';
create index answer_draft_by_case on answer_draft (case_id, seq);
