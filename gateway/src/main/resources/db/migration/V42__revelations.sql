-- Who sees at the moment how a case's citizen is reached; that he looked stands in the case's history for ever.
create table revelation (
    case_id  uuid        not null references case_file,
    username text        not null,
    until    timestamptz not null,
    primary key (case_id, username)
);
