-- Work orders on their way to units by mail, one for each; a doubt about whether one went out is a person's to settle.
create table unit_letter (
    id          uuid primary key references work_order,
    seq         bigint generated always as identity unique,
    unit        text        not null,
    case_number text        not null,
    recipient   text        not null,
    state       text        not null default 'QUEUED' check (state in ('QUEUED', 'SENDING', 'SENT', 'REFUSED', 'UNCERTAIN')),
    attempts    integer     not null default 0,
    reason      text,
    created_at  timestamptz not null,
    sent_at     timestamptz,
    sent_again_by text
);
create index unit_letter_by_unit on unit_letter (unit, seq desc);
create index unit_letter_by_state on unit_letter (unit, state, seq desc) where state <> 'SENT';
