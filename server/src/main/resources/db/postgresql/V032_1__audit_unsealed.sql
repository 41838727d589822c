-- What waits for its number is found without reading what has one.
create index audit_record_unsealed on audit_record (id) where number is null;
