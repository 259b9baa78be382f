-- Events that the emergency office handed over: a unit signs within the limit, or a person is alarmed until somebody has signed.
create table emergency (
    case_id    uuid primary key references case_file,
    rank       integer,
    due_at     timestamptz not null,
    alarmed_at timestamptz,
    taken_by   text,
    taken_at   timestamptz,
    settled_at timestamptz
);
create index emergency_unsettled on emergency (due_at, case_id) where settled_at is null;
