-- What was typed into a page that is open to the world.
alter table raw_message drop constraint raw_message_signature_check;
alter table raw_message add constraint raw_message_signature_check
    check (signature in ('VERIFIED', 'FETCHED', 'ENTERED', 'OPEN'));
