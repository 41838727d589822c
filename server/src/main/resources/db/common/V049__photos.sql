-- Photos of reports and of what was done to incidents, made anew from what was sent. While nothing has one it waits, and
-- where it was taken is known; afterwards no more than how far from the incident that was.
create table incident_photo (
  id varchar(60) primary key,
  width_pixels integer not null,
  height_pixels integer not null,
  taken_at timestamp with time zone,
  added_at timestamp with time zone not null,
  waiting_since timestamp with time zone,
  taken_where geometry(point, 4326),
  report_key varchar(80) references incident_report (report_key),
  incident_id varchar(40) references incident_incident (id),
  version integer not null,
  place integer not null,
  meters_off integer
);
create index incident_photo_waiting on incident_photo (waiting_since);
create index incident_photo_report on incident_photo (report_key);
create index incident_photo_incident on incident_photo (incident_id);

create table incident_photo_print (
  photo_id varchar(60) not null references incident_photo (id),
  size varchar(20) not null,
  picture bytea not null,
  primary key (photo_id, size)
);
