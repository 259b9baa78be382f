-- Some platforms have no way for machines: their answers wait for a person.
alter table reply drop constraint reply_state_check;
alter table reply add constraint reply_state_check
    check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN', 'SKIPPED', 'BY_HAND'));

-- Tokens that far ends granted, shared by all nodes.
create table channel_token (
    source      text primary key,
    token       text        not null,
    valid_until timestamptz not null
);

-- A platform's own number of a matter, by which its further words find the case.
create index case_file_by_external_id on case_file (source, external_id) where external_id is not null;
-- A citizen's latest case on a source, which a conversation goes on with.
create index case_file_by_handle on case_file (source, lower(citizen_handle), accepted_at desc) where citizen_handle is not null;
alter table message add column kind text not null default 'MATTER' check (kind in ('MATTER', 'NOTICE'));
alter table message drop constraint message_joined_by_check;
alter table message add constraint message_joined_by_check
    check (joined_by in ('OPENED', 'THREAD', 'TOKEN', 'PERSON', 'NUMBER', 'CONVERSATION'));
