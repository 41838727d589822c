-- What of an incident anyone may read (公开台账), while it is not withdrawn.
create table evaluation_publication (
  incident_id varchar(40) primary key references incident_incident (id),
  version integer not null,
  promise varchar(200) not null,
  published_at timestamp with time zone not null,
  published_by varchar(80) not null,
  withdrawn_at timestamp with time zone
);
