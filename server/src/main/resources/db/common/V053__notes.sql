-- Notes that were spoken, of reports and of what was done to incidents, as they were recorded. While nothing has one it
-- waits, and only its sender may put it with something.
create table incident_note (
  id varchar(60) primary key,
  kind varchar(20) not null,
  bytes integer not null,
  length_millis integer not null,
  sender varchar(80) not null,
  added_at timestamp with time zone not null,
  waiting_since timestamp with time zone,
  report_key varchar(80) references incident_report (report_key),
  incident_id varchar(40) references incident_incident (id),
  version integer not null,
  place integer not null
);
create index incident_note_waiting on incident_note (waiting_since);
create index incident_note_report on incident_note (report_key);
create index incident_note_incident on incident_note (incident_id);

create table incident_note_part (
  note_id varchar(60) not null references incident_note (id),
  part integer not null,
  sound bytea not null,
  primary key (note_id, part)
);
