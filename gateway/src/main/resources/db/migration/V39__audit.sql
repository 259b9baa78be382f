-- Who did what is read by person and by time; what the hub does by itself, which is nearly all, stands in neither index.
create index history_by_people on history (id desc) where actor <> 'hub';
create index history_by_person on history (actor, id desc) where actor <> 'hub';
