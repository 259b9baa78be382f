-- The broker's id of the message that brought the bytes: a crash delivers the very same message again, a sender's repetition is another.
alter table raw_message add column journal_id text;
