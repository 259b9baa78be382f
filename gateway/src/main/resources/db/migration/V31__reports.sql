-- From when to when a case was over, and by whose decision. Reports tell how things stood at a moment, so that a month asked for again later
-- gives the figures that it gave then: what happened after the moment is in a row that the moment does not reach.
create table settlement (
    id          bigint generated always as identity primary key,
    case_id     uuid        not null references case_file,
    kind        text        not null check (kind in ('CLOSED', 'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED')),
    settled_at  timestamptz not null,
    reopened_at timestamptz
);
create unique index settlement_now on settlement (case_id) where reopened_at is null;
create index settlement_by_case on settlement (case_id, settled_at) include (kind, reopened_at);

-- In the transaction that writes the history, whichever desk does it.
create function keep_settlement() returns trigger language plpgsql as
$$ begin
    if new.kind = 'REOPENED' then
        update settlement set reopened_at = new.at where case_id = new.case_id and reopened_at is null;
    else
        insert into settlement (case_id, kind, settled_at) values (new.case_id, new.kind, new.at)
            on conflict (case_id) where reopened_at is null do nothing;
    end if;
    return null;
end $$;
create trigger history_settles after insert on history for each row
    when (new.kind in ('CLOSED', 'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED', 'REOPENED')) execute function keep_settlement();

insert into settlement (case_id, kind, settled_at, reopened_at)
    select h.case_id, h.kind, h.at,
        (select min(o.at) from history o where o.case_id = h.case_id and o.kind = 'REOPENED' and o.id > h.id)
    from history h where h.kind in ('CLOSED', 'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED') order by h.id
    on conflict do nothing;

-- What the figures ask about single cases: few rows each, beside the many that nothing happened to.
create index clock_breached on clock (case_id, breached_at) where breached_at is not null and kind in ('CLOSE', 'SUPERIOR');
create index history_rework on history (case_id, at) where kind = 'REWORK';
create index case_merge_by_time on case_merge (merged_at);
create index case_merge_by_case on case_merge (case_id, merged_at);
create index work_order_led_by_time on work_order (dispatched_at desc, id desc) where role = 'LEAD';

-- What was disputed in a month.
create index order_request_returned on order_request (asked_at) where kind = 'RETURN';
create index follow_up_answered on follow_up (answered_at) where answered_at is not null;

-- What people did, by time.
create index history_of_people on history (at desc, id desc) where actor <> 'hub' and kind in
    ('CLOSED', 'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED', 'CORRECTED', 'CALLED_BACK', 'FOLLOW_UP_ATTEMPTED', 'FOLLOWED_UP');
create index raw_message_entered on raw_message (received_at) where signature = 'ENTERED';

-- Who took which cases out of the hub.
create table case_export (
    id     bigint generated always as identity primary key,
    at     timestamptz not null,
    actor  text        not null,
    form   text        not null check (form in ('CSV', 'XLSX')),
    what   text        not null,
    cases  bigint      not null
);
create trigger case_export_is_append_only before update or delete on case_export
    for each row execute function refuse_change();
