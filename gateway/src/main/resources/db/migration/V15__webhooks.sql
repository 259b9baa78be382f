-- Events on their way to units' own endpoints. Each is tried until the endpoint takes it, or until its schedule is over.
create table webhook_delivery (
    id         uuid primary key,
    seq        bigint generated always as identity unique,
    unit       text        not null,
    event_id   text        not null,
    type       text        not null,
    subject    text        not null,
    body       bytea       not null,
    state      text        not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'FAILED')),
    attempts   integer     not null default 0,
    next_at    timestamptz,
    created_at timestamptz not null,
    settled_at timestamptz,
    unique (unit, event_id)
);
create index webhook_delivery_due on webhook_delivery (unit, next_at, seq) where state = 'WAITING';
create index webhook_delivery_by_unit on webhook_delivery (unit, seq desc);
create index webhook_delivery_by_state on webhook_delivery (unit, state, seq desc) where state <> 'DELIVERED';

-- Every call, kept as long as its event.
create table webhook_attempt (
    id          bigint generated always as identity primary key,
    delivery_id uuid        not null references webhook_delivery on delete cascade,
    at          timestamptz not null,
    status      integer,
    fault       text        not null,
    millis      integer     not null
);
create index webhook_attempt_by_delivery on webhook_attempt (delivery_id, id);

create table webhook_endpoint (
    unit        text primary key,
    took_at     timestamptz,
    disabled_at timestamptz,
    why         text check (why in ('TOOK_NOTHING', 'GONE', 'BY_HAND'))
);

-- Who or what disabled and enabled an endpoint, and sent events again.
create table webhook_event (
    id     bigint generated always as identity primary key,
    unit   text        not null,
    at     timestamptz not null,
    actor  text        not null,
    kind   text        not null,
    detail jsonb       not null
);
create index webhook_event_by_unit on webhook_event (unit, id desc);
