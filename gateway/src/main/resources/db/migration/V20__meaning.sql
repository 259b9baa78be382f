-- Somebody announces a grave act: a person has to know within seconds, and says by name that he does.
create table alert (
    id              uuid primary key default gen_random_uuid(),
    seq             bigint generated always as identity unique,
    case_id         uuid        not null unique references case_file,
    raised_at       timestamptz not null default clock_timestamp(),
    acknowledged_at timestamptz,
    acknowledged_by text,
    check ((acknowledged_at is null) = (acknowledged_by is null))
);
create index alert_waiting on alert (seq desc) where acknowledged_at is null;

-- In the transaction that classifies, whichever stage or person does it.
create function raise_alert() returns trigger language plpgsql as
$$ begin
    insert into alert (case_id) values (new.id) on conflict (case_id) do nothing;
    return null;
end $$;
create trigger case_file_raises_alert after update of threat on case_file
    for each row when (new.threat and not old.threat) execute function raise_alert();
insert into alert (case_id, raised_at) select id, updated_at from case_file where threat and state <> 'CLOSED';

-- How many cases a unit has led, in all (kind '') and by what was known of them when they came in.
create table unit_experience (
    unit  text   not null,
    kind  text   not null,
    value text   not null,
    cases bigint not null,
    primary key (kind, value, unit)
);
-- The last work order that is counted.
create table unit_experience_mark (seq bigint not null);
insert into unit_experience_mark values (0);

create function case_traits(category text, division text, area text) returns table (kind text, value text)
    language sql immutable as
$$ select * from (values ('', ''), ('category', category), ('group', left(category, 2)), ('place', division),
    ('category-place', category || '@' || division), ('area', area)) as trait (kind, value) where trait.value is not null $$;

-- A unit that hands a work order back was not the right one.
create function forget_returned() returns trigger language plpgsql as
$$ begin
    update unit_experience e set cases = greatest(e.cases - 1, 0)
        from case_file c cross join lateral case_traits(c.category, c.division, c.area) t
        where c.id = new.case_id and new.seq <= (select seq from unit_experience_mark)
            and e.unit = new.unit and e.kind = t.kind and e.value = t.value;
    return null;
end $$;
create trigger work_order_forgets_returned after update of state on work_order
    for each row when (new.role = 'LEAD' and new.state in ('RETURNED', 'CANCELLED')
        and old.state not in ('RETURNED', 'CANCELLED')) execute function forget_returned();
