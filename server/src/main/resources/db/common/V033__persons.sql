-- Who stands behind a staff code: all that is personal of staff, in one row that can be erased. The code stays, so that it
-- is never given to anyone else; everything that happened names the code alone.
create table people_person (
  code varchar(40) primary key,
  version integer not null,
  unit varchar(100) not null,
  name varchar(60) not null,
  duty_phone varchar(30) not null,
  private_phone varchar(30) not null,
  id_number varchar(30) not null,
  home_address varchar(200) not null,
  generated boolean not null,
  erased_at timestamp with time zone
);

-- Who sent a report, where they said so; apart from the report, so that it can be erased.
create table incident_reporter (
  report_key varchar(80) primary key references incident_report (report_key),
  name varchar(60) not null,
  phone varchar(30) not null
);
