-- Messages of units that were dealt with: the same id again gets the same answer, and nothing is done twice.
create table unit_action (
    unit    text        not null,
    id      text        not null,
    digest  text        not null,
    outcome text        not null,
    at      timestamptz not null,
    primary key (unit, id)
);
