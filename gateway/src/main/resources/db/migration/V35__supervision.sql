-- A unit is urged: by whom and why. Every urging counts.
create table urging (
    id       uuid primary key,
    seq      bigint generated always as identity unique,
    order_id uuid        not null references work_order,
    case_id  uuid        not null references case_file,
    unit     text        not null,
    reason   text        not null,
    login    text        not null,
    person   text        not null,
    at       timestamptz not null
);
create index urging_by_order on urging (order_id, seq);
create index urging_by_case on urging (case_id, seq);
create index urging_by_unit on urging (unit, at);
create trigger urging_is_append_only before update or delete on urging
    for each row execute function refuse_change();

-- What a leader of the city wrote on a case.
create table instruction (
    id      uuid primary key,
    seq     bigint generated always as identity unique,
    case_id uuid        not null references case_file,
    leader  text        not null,
    text    text        not null,
    login   text        not null,
    person  text        not null,
    at      timestamptz not null
);
create index instruction_by_case on instruction (case_id, seq);
create trigger instruction_is_append_only before update or delete on instruction
    for each row execute function refuse_change();

-- Clocks of which somebody has been told, or that are over: few beside all that run.
create index clock_pressing on clock (case_id) where stopped_at is null and paused_at is null
    and (percent >= 50 or breached_at is not null);

-- The work orders whose time runs out, each with the clock that presses most; the case's clocks press the unit that leads.
create view pressed_order as
    select distinct on (w.id) w.id as order_id, k.kind, k.percent, k.due_at, k.breached_at is not null as late
    from clock k join work_order w on w.case_id = k.case_id and (w.id = k.order_id or (k.order_id is null and w.role = 'LEAD'))
    where k.stopped_at is null and k.paused_at is null and (k.percent >= 50 or k.breached_at is not null)
        and k.kind in ('FIRST_CONTACT', 'ON_SITE', 'CLOSE', 'SUPERIOR')
        and w.state in ('DISPATCHED', 'SIGNED', 'CONTACTED', 'HANDLING')
    order by w.id, (k.breached_at is not null) desc, k.percent desc, k.due_at;
