-- What lets reporters follow is kept as a hash only: who reads the database can follow nothing. A report may have several,
-- as when its sender asked again on another server.
create table incident_report_token (
  token_hash varchar(64) primary key,
  report_key varchar(80) not null references incident_report (report_key)
);
create index incident_report_token_report on incident_report_token (report_key);
insert into incident_report_token (token_hash, report_key)
  select lower(rawtohex(hash('SHA-256', stringtoutf8(token), 1))), report_key from incident_report;
alter table incident_report drop column token;
-- A number names one incident.
create unique index incident_incident_number on incident_incident (number);
