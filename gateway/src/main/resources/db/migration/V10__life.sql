-- Who got the case first answers for it to the end, whoever handles it (R9).
alter table case_file add column first_unit text;
update case_file c set first_unit = (select unit from work_order w where w.case_id = c.id and w.role = 'LEAD' order by seq limit 1);

-- A unit whose work order was taken back may get another one of the same case.
alter table work_order drop constraint work_order_case_id_unit_role_key;
create unique index work_order_live on work_order (case_id, unit, role) where state not in ('RETURNED', 'CANCELLED');
create index work_order_by_case on work_order (case_id, seq);
create index work_order_open on work_order (unit, seq) where state in ('DISPATCHED', 'SIGNED', 'CONTACTED', 'HANDLING');
alter table work_order add column contacted_at timestamptz;
alter table work_order add column departed_at timestamptz;
alter table work_order add column arrived_at timestamptz;
alter table work_order add column submitted_at timestamptz;
alter table work_order add column outcome text check (outcome in ('SOLVED', 'EXPLAINED', 'PLANNED', 'NOT_SOLVED'));
alter table work_order add column facts text;
alter table work_order add column answer text;

-- What units ask for: to return a work order, for more time, for the clock to stand still. What was refused stays.
create table order_request (
    id           uuid primary key,
    seq          bigint generated always as identity unique,
    order_id     uuid        not null references work_order,
    case_id      uuid        not null references case_file,
    unit         text        not null,
    kind         text        not null check (kind in ('RETURN', 'EXTENSION', 'SUSPENSION')),
    state        text        not null default 'ASKED' check (state in ('ASKED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'ENDED')),
    reason       text        not null,
    days         integer,
    late         boolean     not null default false,
    asked_by     text        not null,
    asked_person text        not null,
    asked_at     timestamptz not null,
    ruled_by     text,
    ruled_person text,
    ruled_at     timestamptz,
    ruling       text,
    revision     integer     not null default 1
);
create unique index order_request_waits_once on order_request (order_id, kind) where state = 'ASKED';
create index order_request_waiting on order_request (seq) where state = 'ASKED';
create index order_request_by_order on order_request (order_id, seq);
create index order_request_by_case on order_request (case_id, seq);
create index order_request_by_unit on order_request (unit, kind, asked_at);
