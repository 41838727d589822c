-- Incidents that go on as others: they are ended, and whoever follows them is told how the others stand.
create table incident_merge (
  incident_id varchar(40) primary key references incident_incident (id),
  into_id varchar(40) not null references incident_incident (id),
  merged_at timestamp with time zone not null
);
create index incident_merge_into on incident_merge (into_id);
