-- A letter with several matters: each split can be undone by itself, and what the letter's case said before is kept for that.
create table case_split (
    id                 uuid primary key,
    letter_id          uuid        not null references case_file,
    title_before       text        not null,
    description_before text        not null,
    split_by           text        not null,
    split_at           timestamptz not null,
    undone_by          text,
    undone_at          timestamptz
);
create index case_split_by_letter on case_split (letter_id, split_at);

-- The cases that were opened for the further matters.
create table case_part (
    part_id  uuid primary key references case_file,
    split_id uuid    not null references case_split,
    position integer not null
);
create index case_part_by_split on case_part (split_id, position);

-- A part's message goes on with the letter's thread.
alter table message add column split_from uuid references message;
alter table message drop constraint message_joined_by_check;
alter table message add constraint message_joined_by_check
    check (joined_by in ('OPENED', 'THREAD', 'TOKEN', 'PERSON', 'NUMBER', 'CONVERSATION', 'SPLIT')) not valid;
