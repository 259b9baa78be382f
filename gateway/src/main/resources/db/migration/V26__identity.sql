-- A contact is somebody on one channel, by the name that the channel knows. Each is a citizen of its own until something that both channels
-- vouch for, or a person, says that two are one; each join is a row of its own and can be undone.
create table citizen (
    id         uuid primary key,
    created_at timestamptz not null
);
create table contact (
    id          uuid primary key,
    channel     text        not null,
    external_id text        not null,
    citizen_id  uuid        not null references citizen,
    first_at    timestamptz not null,
    unique (channel, external_id)
);
create index contact_by_citizen on contact (citizen_id);

create table contact_mark (
    contact_id uuid    not null references contact,
    kind       text    not null check (kind in ('PHONE', 'MAIL', 'ID_NUMBER', 'NAME')),
    value      text    not null,
    verified   boolean not null,
    primary key (contact_id, kind, value)
);
create index contact_mark_by_value on contact_mark (value, kind) where kind <> 'NAME';

create table contact_case (
    case_id    uuid primary key references case_file,
    contact_id uuid not null references contact
);
create index contact_case_by_contact on contact_case (contact_id, case_id desc);

create table contact_join (
    id           uuid primary key,
    contact_id   uuid        not null references contact,
    from_citizen uuid        not null references citizen,
    to_citizen   uuid        not null references citizen,
    reasons      text[]      not null,
    joined_by    text        not null,
    joined_at    timestamptz not null,
    undone_by    text,
    undone_at    timestamptz
);
create index contact_join_by_contact on contact_join (contact_id, joined_at);

-- What a person refused or undid stays, so that it is never suggested or joined again.
create table contact_pair (
    one_id     uuid        not null references contact,
    other_id   uuid        not null references contact,
    reasons    text[]      not null,
    found_at   timestamptz not null,
    state      text        not null default 'SUGGESTED' check (state in ('SUGGESTED', 'JOINED', 'REFUSED')),
    settled_by text,
    settled_at timestamptz,
    primary key (one_id, other_id),
    check (one_id < other_id)
);
create index contact_pair_by_other on contact_pair (other_id, one_id);

-- Cases whose contact is to be found, and those of mailboxes that have just answered the hub's own letter: worked off beside the road.
create table contact_waiting (
    case_id uuid primary key references case_file
);
create function contact_waits() returns trigger language plpgsql as
$$ begin
    insert into contact_waiting (case_id) values (new.id) on conflict do nothing;
    return null;
end $$;
create trigger contact_waits after insert on case_file
    for each row when (not new.anonymous) execute function contact_waits();
create function contact_proved() returns trigger language plpgsql as
$$ begin
    insert into contact_waiting (case_id) values (new.case_id) on conflict do nothing;
    return null;
end $$;
create trigger contact_proved after insert on message
    for each row when (new.joined_by = 'TOKEN') execute function contact_proved();
