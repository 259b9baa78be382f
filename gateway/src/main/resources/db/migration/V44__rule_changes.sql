-- What people changed in the city's rules. The latest row of a file is in force; without content the installation's own file is.
create table rule_change (
    id       bigint generated always as identity primary key,
    file     text        not null,
    revision integer     not null check (revision > 0),
    at       timestamptz not null,
    actor    text        not null,
    reason   text        not null,
    content  text,
    unique (file, revision)
);
create trigger rule_change_is_append_only before update or delete on rule_change
    for each row execute function refuse_change();
