-- Where in its division a matter lies (twelve digits), and how sure the reading was of the place.
alter table case_file add column community text;
alter table case_file add column place_confidence real;

-- Which division lies where: counted from cases whose platform said both a position and a division, by cells of a hundredth of a degree.
create table ground (
    x        integer not null,
    y        integer not null,
    division text    not null,
    cases    bigint  not null,
    primary key (x, y, division)
);
-- The last case that is counted; case ids follow time.
create table ground_mark (case_id uuid not null);
insert into ground_mark values ('00000000-0000-0000-0000-000000000000');

-- Whom a confidential case accuses by name may not see it, whatever his role.
create table kept_from (
    case_id  uuid not null references case_file,
    username text not null references user_account (username) on update cascade on delete cascade,
    primary key (case_id, username)
);
create index kept_from_by_person on kept_from (username);

-- A person's name in the words, other than of somebody who is asked for help. What reads like an office or a shared login is no person.
create function accuses(words text, person text) returns boolean language plpgsql immutable as
$$ declare asking text;
begin
    if strpos(words, person) = 0 or person !~ '^([一-龥·]{2,12}|[A-Za-z]+( [A-Za-z]+)+)$'
            or person ~ '(员|室|科|局|处|台|组|站|所|中心)$' then
        return false;
    end if;
    foreach asking in array array['尊敬的', '敬爱的', '请', '希望', '致', '向'] loop
        words := replace(words, asking || person, '');
    end loop;
    return strpos(words, person) > 0;
end $$;

create function keep_from(told_in uuid, words text, who text) returns void language sql as
$$ with kept as (
       insert into kept_from (case_id, username)
       select c.id, u.username from case_file c cross join user_account u
       where c.id = told_in and c.confidentiality in ('ON_REQUEST', 'WHISTLEBLOWER', 'SENSITIVE')
           and (who is null or u.username = who) and accuses(words, u.display_name)
       on conflict do nothing returning case_id, username)
   insert into history (case_id, at, actor, kind, detail)
   select case_id, now(), 'hub', 'KEPT_FROM', jsonb_build_object('person', username) from kept $$;

create function case_accuses() returns trigger language plpgsql as
$$ begin
    perform keep_from(new.id, concat_ws(' ', new.title, new.description, new.named_unit), null);
    return null;
end $$;
create trigger case_accuses after insert or update of confidentiality, title, description on case_file
    for each row when (new.confidentiality in ('ON_REQUEST', 'WHISTLEBLOWER', 'SENSITIVE')) execute function case_accuses();

-- What opened a case is the case's own text.
create function message_accuses() returns trigger language plpgsql as
$$ begin
    perform keep_from(new.case_id, concat_ws(' ', new.title, new.text), null);
    return null;
end $$;
create trigger message_accuses after insert on message
    for each row when (new.joined_by <> 'OPENED') execute function message_accuses();

-- Who comes later is kept from what accused him before.
create function person_is_accused() returns trigger language plpgsql as
$$ begin
    perform keep_from(c.id, concat_ws(' ', c.title, c.description, c.named_unit,
            (select string_agg(concat_ws(' ', m.title, m.text), ' ') from message m where m.case_id = c.id)), new.username)
        from case_file c where c.confidentiality in ('ON_REQUEST', 'WHISTLEBLOWER', 'SENSITIVE');
    return null;
end $$;
create trigger person_is_accused after insert or update of display_name on user_account
    for each row execute function person_is_accused();
select keep_from(c.id, concat_ws(' ', c.title, c.description, c.named_unit,
        (select string_agg(concat_ws(' ', m.title, m.text), ' ') from message m where m.case_id = c.id)), null)
    from case_file c where c.confidentiality in ('ON_REQUEST', 'WHISTLEBLOWER', 'SENSITIVE');
