-- Answers that wait for a person, the oldest first.
create index reply_by_hand on reply (created_at, id) where state in ('BY_HAND', 'FAILED', 'UNCERTAIN');
-- Whether a receipt's message failed on its way into the archive.
create index dead_letter_by_subject on dead_letter (subject) where state = 'WAITING';
