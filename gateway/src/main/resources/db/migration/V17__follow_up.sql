-- The centre asks whoever told a matter whether it is solved (R8): by a link that works once, or by telephone.
create table follow_up (
    id             uuid primary key,
    seq            bigint generated always as identity unique,
    case_id        uuid        not null references case_file,
    state          text        not null check (state in ('OPEN', 'ANSWERED', 'DISPUTED', 'SETTLED', 'UNREACHABLE', 'NOT_SAMPLED', 'OVERTAKEN')),
    opened_at      timestamptz not null,
    attempts       integer     not null default 0,
    how            text check (how in ('LINK', 'TELEPHONE')),
    contacted      boolean,
    solved         boolean,
    satisfaction   integer check (satisfaction between 1 and 5),
    words          text,
    answered_at    timestamptz,
    answered_login text,
    revision       integer     not null default 1
);
create unique index follow_up_runs_once on follow_up (case_id) where state in ('OPEN', 'DISPUTED');
create index follow_up_waiting on follow_up (seq) where state in ('OPEN', 'DISPUTED');
create index follow_up_by_case on follow_up (case_id, seq);
