-- A clock belongs to a case or to one of its work orders, keeps the terms that it started with, and knows when somebody has to be told next.
alter table clock drop constraint clock_pkey;
alter table clock add column id bigint generated always as identity primary key;
alter table clock add column order_id uuid references work_order;
-- Without a due time: the working days of a year whose calendar is missing cannot be counted.
alter table clock alter column due_at drop not null;
alter table clock add column term text not null default '';
alter table clock add column policy text not null default '';
alter table clock add column stops text not null default '';
alter table clock add column ladder text not null default '';
alter table clock add column percent integer not null default 0;
alter table clock add column paused_at timestamptz;
alter table clock add column pauses jsonb not null default '[]';
alter table clock add column next_at timestamptz;
update clock set term = '60s', stops = 'DISPATCHED', next_at = due_at where kind = 'DISPATCH';
-- Of each kind one runs at a time; those that ran before, as before a rework, stay.
create unique index clock_of_case on clock (case_id, kind) where order_id is null and stopped_at is null;
create unique index clock_of_order on clock (order_id, kind) where order_id is not null and stopped_at is null;
create index clock_by_case on clock (case_id);
drop index clock_running;
create index clock_next on clock (next_at) where stopped_at is null and paused_at is null;
create index clock_without_due on clock (id) where due_at is null and stopped_at is null;

-- Who was told that time runs out, or has run out.
create table notice (
    id       bigint generated always as identity primary key,
    clock_id bigint      not null references clock,
    case_id  uuid        not null references case_file,
    who      text        not null check (who in ('HANDLER', 'UNIT', 'DISPATCHER', 'DIRECTOR')),
    unit     text,
    kind     text        not null,
    percent  integer     not null,
    at       timestamptz not null
);
create index notice_by_who on notice (who, id desc);
create index notice_by_unit on notice (unit, id desc) where unit is not null;
create index notice_by_case on notice (case_id, id);
