-- What a person does with many cases at once. Each case is settled by itself, so that a refusal of one stops no other.
create table batch (
    id       uuid primary key,
    login    text        not null,
    person   text        not null,
    kind     text        not null,
    category text,
    ground   text,
    words    text        not null,
    made_at  timestamptz not null
);
create table batch_case (
    batch_id   uuid not null references batch,
    position   int  not null,
    case_id    uuid not null references case_file,
    revision   int  not null,
    state      text not null default 'WAITING',
    -- Why it was not done, or could not be taken back.
    reason     text not null default '',
    decision   uuid,
    settled_at timestamptz,
    primary key (batch_id, position)
);
create index batch_case_waiting on batch_case (batch_id, position) where state = 'WAITING';
