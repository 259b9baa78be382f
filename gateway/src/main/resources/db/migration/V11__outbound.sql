-- What became of an answer after the platform took it, which way it went, and who gave it.
alter table reply drop constraint reply_state_check;
alter table reply add constraint reply_state_check check (state in
    ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ', 'FAILED', 'UNCERTAIN', 'SKIPPED', 'BY_HAND', 'REPLACED'));
alter table reply add column way text not null default 'CHANNEL'
    check (way in ('CHANNEL', 'NOTICE', 'MAIL', 'CALL_BACK'));
alter table reply add column answer_id uuid;
alter table reply add column replaces uuid references reply;
alter table reply add column given_by text;
alter table reply add column delivered_at timestamptz;
alter table reply add column read_at timestamptz;
create unique index reply_of_answer_once on reply (answer_id, source, recipient) where answer_id is not null and replaces is null;
create unique index reply_replaced_once on reply (replaces) where replaces is not null;

-- What the hub asks of a far end about a matter that came from there.
create table far_request (
    id          uuid primary key,
    seq         bigint generated always as identity unique,
    case_id     uuid        not null references case_file,
    channel     text        not null,
    source      text        not null,
    kind        text        not null,
    data        jsonb       not null,
    state       text        not null check (state in
                ('QUEUED', 'SENDING', 'SENT', 'AGREED', 'DECLINED', 'FAILED', 'UNCERTAIN', 'BY_HAND', 'DONE')),
    reason      text,
    platform_id text,
    attempts    integer     not null default 0,
    asked_by    text        not null,
    created_at  timestamptz not null,
    sent_at     timestamptz,
    settled_at  timestamptz
);
create index far_request_by_case on far_request (case_id, seq);
create index far_request_waiting on far_request (created_at, id) where state in ('BY_HAND', 'FAILED', 'UNCERTAIN');

-- The proof of what left the hub and of what was answered, byte for byte.
create table sent_proof (
    id         bigint generated always as identity primary key,
    reply_id   uuid references reply,
    request_id uuid references far_request,
    kind       text        not null check (kind in ('LEFT', 'ANSWERED')),
    at         timestamptz not null,
    status     integer,
    sha256     text        not null,
    bytes      bytea       not null,
    check ((reply_id is null) <> (request_id is null))
);
create index sent_proof_by_reply on sent_proof (reply_id, id) where reply_id is not null;
create index sent_proof_by_request on sent_proof (request_id, id) where request_id is not null;
create trigger sent_proof_is_append_only before update or delete on sent_proof
    for each row execute function refuse_change();

-- What platforms told of what was sent; it may overtake the answer that names it.
create table delivery_report (
    id         bigint generated always as identity primary key,
    receipt_id text        not null,
    source     text        not null,
    about      text        not null,
    state      text        not null check (state in ('DELIVERED', 'READ', 'FAILED')),
    reason     text        not null,
    at         timestamptz not null
);
create index delivery_report_by_about on delivery_report (source, about);
create trigger delivery_report_is_append_only before update or delete on delivery_report
    for each row execute function refuse_change();
