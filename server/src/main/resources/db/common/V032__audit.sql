-- Who did, saw or was refused what. Rows come in with their transaction and are sealed within a second: number and chain
-- are set once, by one sealer, and nothing else of a row is ever changed. What counts are the bytes of body; the columns
-- beside it are for queries and are held against it when the record is verified.
create table audit_record (
  id uuid primary key,
  writer varchar(32) not null,
  occurred_at timestamp with time zone not null,
  account varchar(80) not null,
  action varchar(80) not null,
  subject varchar(120) not null,
  outcome varchar(20) not null,
  body ${bytes} not null,
  mark ${bytes} not null,
  number bigint,
  chain ${bytes}
);
create unique index audit_record_number on audit_record (number);
create index audit_record_account on audit_record (account, id);
create index audit_record_action on audit_record (action, id);
create index audit_record_subject on audit_record (subject, id);
