-- Who took a case to work on it; it goes back to all after a while without work, so that nobody keeps one by taking it.
alter table case_file add column assignee text;
alter table case_file add column taken_at timestamptz;
alter table case_file add constraint case_file_taken_since check ((assignee is null) = (taken_at is null));
create index case_file_by_assignee on case_file (assignee, accepted_at desc, id desc) where assignee is not null;
create index case_file_taken on case_file (taken_at) where taken_at is not null;

-- The counts of the views stay within the index of open cases.
drop index case_file_open;
create index case_file_open on case_file (accepted_at desc, id desc) include (state, threat, urgency, confidentiality, assignee, channel)
    where state not in ('CLOSED', 'ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED', 'MERGED');

-- What a unit leads and is not done with.
create index work_order_led on work_order (unit, case_id) where role = 'LEAD' and state not in ('RETURNED', 'CLOSED', 'CANCELLED');
