-- Chinese is searched by two characters at a time: trigrams find no word of two, and most Chinese words have two. Each text is kept with its
-- pairs of neighbouring characters; a search looks up the pairs of its words, and compares the words themselves only where all are found.
drop index case_words_by_part;
alter table case_words add column pairs text[] not null default '{}';
alter table case_words add column accepted_at timestamptz;

create function pairs_of(words text) returns text[] language sql immutable parallel safe as
$$ select coalesce(array_agg(distinct pair), '{}') from (
       select lower(one || lead(one) over (order by place)) as pair
       from unnest(string_to_array(left(words, 4000), null)) with ordinality as letters(one, place)) pairs
   where pair is not null $$;

update case_words w set pairs = pairs_of(w.words), accepted_at = c.accepted_at from case_file c where c.id = w.case_id;
alter table case_words alter column accepted_at set not null;

create or replace function keep_case_words() returns trigger language plpgsql as
$$ declare found text := concat_ws(' ', new.number, new.title, new.description, new.citizen_name, array_to_string(new.citizen_phones, ' '));
begin
    insert into case_words (case_id, words, pairs, accepted_at) values (new.id, found, pairs_of(found), new.accepted_at)
    on conflict (case_id) do update set words = excluded.words, pairs = excluded.pairs;
    return null;
end $$;
drop trigger case_words_follow on case_file;
create trigger case_words_follow after insert or update of number, title, description, citizen_name, citizen_phones on case_file
    for each row execute function keep_case_words();

create index case_words_by_pair on case_words using gin (pairs);
create index case_words_newest on case_words (accepted_at desc, case_id desc);

-- Open cases are few beside the closed ones: their views and counts never touch the rest.
create index case_file_open on case_file (accepted_at desc, id desc) include (state, threat, urgency, confidentiality)
    where state not in ('CLOSED', 'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED', 'MERGED');
