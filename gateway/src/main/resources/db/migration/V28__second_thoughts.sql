-- A hop may wait a moment before it is relayed, so that the person who set it off can take it back.
alter table outbox add column not_before timestamptz;

-- What a person decided and may take back as long as its hop has not left; taken back or not, the row stays.
create table decision (
    id         uuid primary key,
    case_id    uuid        not null references case_file,
    actor      text        not null,
    decided_at timestamptz not null,
    outbox_id  bigint      not null,
    category   text,
    division   text,
    area       text        not null,
    decider    text,
    undone_at  timestamptz
);
create index decision_by_case on decision (case_id);
