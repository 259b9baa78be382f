-- Calls as the switch tells them, for the operator's screen.
create table phone_call (
    source  text        not null,
    call_id text        not null,
    phone   text,
    agent   text,
    state   text        not null,
    told_at timestamptz not null,
    primary key (source, call_id)
);
create index phone_call_ringing on phone_call (told_at desc) where state in ('RING', 'ANSWER');

create table call_back (
    id          uuid primary key,
    case_id     uuid        not null references case_file,
    phone       text        not null,
    missed_at   timestamptz not null,
    due_at      timestamptz not null,
    state       text        not null default 'WAITING' check (state in ('WAITING', 'DONE')),
    attempts    integer     not null default 0,
    revision    integer     not null default 1,
    last_at     timestamptz,
    last_by     text,
    last_result text
);
create index call_back_by_due on call_back ((state = 'WAITING'), due_at, id);

-- Who calls again is known by the number.
create index case_file_by_phone on case_file using gin (citizen_phones);
