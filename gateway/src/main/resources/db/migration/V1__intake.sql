-- The raw archive: what came in, byte for byte. Its state is what a receipt tells.
create table raw_message (
    receipt_id   text primary key,
    seq          bigint generated always as identity unique,
    channel      text        not null,
    source       text        not null,
    delivery_id  text        not null,
    received_at  timestamptz not null,
    archived_at  timestamptz not null default now(),
    signature    text        not null check (signature in ('VERIFIED', 'FETCHED', 'ENTERED')),
    sha256       text        not null,
    size         integer     not null,
    headers      jsonb       not null default '{}',
    body         bytea       not null,
    state        text        not null check (state in ('RECEIVED', 'FILED', 'QUARANTINED', 'PARKED', 'DISCARDED')),
    reason       text,
    -- The receipt under which the same message was filed before.
    same_as      text references raw_message,
    settled_at   timestamptz
);
create index raw_message_by_state on raw_message (state, seq desc) where state <> 'FILED';
create index raw_message_by_time on raw_message (received_at, seq);
create index raw_message_by_source on raw_message (source, seq desc);

create table case_file (
    id                 uuid primary key,
    number             text        not null unique,
    query_code         text        not null,
    revision           integer     not null default 1,
    state              text        not null check (state in
                       ('ACCEPTED', 'TRIAGE', 'CLASSIFIED', 'DISPATCHED', 'HANDLING', 'FEEDBACK', 'FOLLOW_UP', 'CLOSED',
                        'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED', 'MERGED')),
    channel            text        not null,
    source             text        not null,
    received_at        timestamptz not null,
    accepted_at        timestamptz not null,
    occurred_at        timestamptz,
    updated_at         timestamptz not null,
    external_id        text,
    external_url       text,
    superior_number    text,
    superior_due_at    timestamptz,
    citizen_name       text,
    citizen_gender     text,
    citizen_phones     text[]      not null default '{}',
    citizen_email      text,
    citizen_address    text,
    citizen_id_number  text,
    citizen_kind       text        not null default 'PERSON' check (citizen_kind in ('PERSON', 'COMPANY', 'OTHER')),
    citizen_handle     text,
    anonymous          boolean     not null default false,
    confidentiality    text        not null check (confidentiality in
                       ('PUBLIC', 'NORMAL', 'ON_REQUEST', 'WHISTLEBLOWER', 'SENSITIVE')),
    excluded_units     text[]      not null default '{}',
    named_unit         text,
    title              text        not null,
    description        text        not null,
    address            text,
    hinted_division    text,
    division           text,
    area               text        not null default 'UNKNOWN' check (area in ('URBAN', 'TOWNSHIP', 'UNKNOWN')),
    longitude          double precision,
    latitude           double precision,
    reference_system   text,
    appeal_type        text,
    category           text,
    confidence         real,
    candidates         jsonb       not null default '[]',
    reasons            jsonb       not null default '[]',
    classified_by      text,
    urgency            text        not null default 'ROUTINE' check (urgency in ('ROUTINE', 'EXPEDITED', 'URGENT', 'CRITICAL')),
    threat             boolean     not null default false,
    merged_into        uuid references case_file,
    check ((longitude is null) = (latitude is null)),
    check ((longitude is null) = (reference_system is null))
);
create extension if not exists pg_trgm;
create index case_file_newest on case_file (accepted_at desc, id desc);
create index case_file_by_state on case_file (state, accepted_at desc, id desc);
create index case_file_by_channel on case_file (channel, accepted_at desc, id desc);
create index case_file_by_category on case_file (category, accepted_at desc, id desc);
create index case_file_by_mail on case_file (lower(citizen_email)) where citizen_email is not null;

-- What a search looks through, apart from the case: a case changes its state often, and its words hardly ever.
create table case_words (
    case_id uuid primary key references case_file,
    words   text not null
);
create index case_words_by_part on case_words using gin (words gin_trgm_ops);

create function keep_case_words() returns trigger language plpgsql as
$$ begin
    insert into case_words (case_id, words) values (new.id, new.number || ' ' || new.title || ' ' || new.description)
    on conflict (case_id) do update set words = excluded.words;
    return null;
end $$;
create trigger case_words_follow after insert or update of number, title, description on case_file
    for each row execute function keep_case_words();

-- Numbers are handed out in blocks, so that filing never waits for another filing's commit; a crash leaves gaps.
create table case_number_block (
    day  date primary key,
    last integer not null
);

create table message (
    id              uuid primary key,
    seq             bigint generated always as identity unique,
    receipt_id      text        not null references raw_message,
    position        integer     not null,
    source          text        not null,
    message_key     text        not null,
    case_id         uuid        not null references case_file,
    joined_by       text        not null check (joined_by in ('OPENED', 'THREAD', 'TOKEN', 'PERSON')),
    external_id     text,
    occurred_at     timestamptz,
    received_at     timestamptz not null,
    title           text        not null,
    text            text        not null,
    folded_text     text        not null default '',
    normalised      jsonb       not null,
    notes           jsonb       not null default '[]',
    unique (source, message_key)
);
create index message_by_case on message (case_id, seq);
create index message_by_receipt on message (receipt_id, position);

create table attachment (
    id            uuid primary key,
    message_id    uuid    not null references message,
    position      integer not null,
    name          text    not null,
    declared_type text    not null,
    type          text,
    size          bigint,
    sha256        text,
    inline        boolean not null default false,
    url           text,
    state         text    not null check (state in ('STORED', 'PENDING', 'REFUSED', 'FAILED')),
    reason        text,
    unique (message_id, position)
);

create table history (
    id      bigint generated always as identity primary key,
    case_id uuid        not null references case_file,
    at      timestamptz not null,
    actor   text        not null,
    kind    text        not null,
    detail  jsonb       not null default '{}'
);
create index history_by_case on history (case_id, id);

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception '% is append-only', tg_table_name; end $$;
create trigger history_is_append_only before update or delete on history
    for each row execute function refuse_change();

create table work_order (
    id            uuid primary key,
    seq           bigint generated always as identity unique,
    case_id       uuid        not null references case_file,
    unit          text        not null,
    role          text        not null check (role in ('LEAD', 'ASSIST', 'SUPERVISE')),
    state         text        not null default 'DISPATCHED' check (state in
                  ('DISPATCHED', 'SIGNED', 'CONTACTED', 'HANDLING', 'RETURNED', 'SUBMITTED', 'CLOSED', 'CANCELLED')),
    reason        text        not null,
    dispatched_at timestamptz not null,
    signed_at     timestamptz,
    handler       text,
    revision      integer     not null default 1,
    unique (case_id, unit, role)
);
create index work_order_by_unit on work_order (unit, seq);

create table clock (
    case_id     uuid        not null references case_file,
    kind        text        not null,
    started_at  timestamptz not null,
    due_at      timestamptz not null,
    stopped_at  timestamptz,
    breached_at timestamptz,
    primary key (case_id, kind)
);
create index clock_running on clock (due_at) where stopped_at is null and breached_at is null;

create table reply (
    id          uuid primary key,
    case_id     uuid        not null references case_file,
    message_id  uuid        not null references message,
    channel     text        not null,
    source      text        not null,
    kind        text        not null check (kind in ('ACKNOWLEDGEMENT', 'ANSWER')),
    recipient   text        not null,
    text        text        not null,
    state       text        not null check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN', 'SKIPPED')),
    reason      text,
    platform_id text,
    attempts    integer     not null default 0,
    created_at  timestamptz not null,
    sent_at     timestamptz
);
create unique index reply_acknowledges_once on reply (message_id) where kind = 'ACKNOWLEDGEMENT';
create index reply_by_case on reply (case_id, created_at);
create index reply_by_recipient on reply (source, recipient, created_at);
create index reply_by_platform_id on reply (platform_id) where platform_id is not null;

-- What people and clocks set off is written here with the change itself, and relayed to its queue afterwards.
create table outbox (
    id         bigint generated always as identity primary key,
    queue      text        not null,
    body       bytea       not null,
    headers    jsonb       not null default '{}',
    created_at timestamptz not null default now()
);

create table poll_cursor (
    source     text primary key,
    value      text        not null,
    updated_at timestamptz not null
);

create table refusal (
    id     bigint generated always as identity primary key,
    source text        not null,
    reason text        not null,
    detail text        not null,
    size   bigint      not null,
    at     timestamptz not null
);
create index refusal_by_source on refusal (source, id desc);

create table dead_letter (
    id        uuid primary key,
    seq       bigint generated always as identity unique,
    queue     text        not null,
    subject   text        not null,
    reason    text        not null,
    failed_at timestamptz not null,
    headers   jsonb       not null default '{}',
    body      bytea       not null,
    state     text        not null default 'WAITING' check (state in ('WAITING', 'REPLAYED', 'DISCARDED')),
    settled_at timestamptz,
    settled_by text
);
create index dead_letter_waiting on dead_letter (seq desc) where state = 'WAITING';

create table source_status (
    source           text primary key,
    last_received_at timestamptz,
    last_error       text,
    last_error_at    timestamptz
);

create table shedlock (
    name       varchar(64) primary key,
    lock_until timestamptz not null,
    locked_at  timestamptz not null,
    locked_by  varchar(255) not null
);

create table user_account (
    id           uuid primary key,
    username     text        not null unique,
    display_name text        not null,
    password     text        not null,
    role         text        not null check (role in ('OPERATOR', 'DISPATCHER', 'UNIT', 'INTEGRATOR', 'ADMIN')),
    unit         text,
    enabled      boolean     not null default true,
    created_at   timestamptz not null default now(),
    check ((role = 'UNIT') = (unit is not null))
);

create table api_key (
    id           uuid primary key,
    name         text        not null,
    prefix       text        not null unique,
    hash         text        not null,
    role         text        not null check (role in ('OPERATOR', 'DISPATCHER', 'UNIT', 'INTEGRATOR', 'ADMIN')),
    unit         text,
    created_at   timestamptz not null default now(),
    last_used_at timestamptz,
    revoked_at   timestamptz,
    check ((role = 'UNIT') = (unit is not null))
);
