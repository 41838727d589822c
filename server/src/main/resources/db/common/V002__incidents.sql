create table incident_category (
  code varchar(60) primary key,
  name_zh varchar(100) not null,
  name_en varchar(100) not null
);

create table incident_incident (
  id varchar(40) primary key,
  number varchar(40) not null,
  category varchar(60) not null,
  step varchar(20) not null,
  priority varchar(20) not null,
  channel varchar(40) not null,
  location geometry(point, 4326) not null,
  grid_code varchar(40) not null,
  reported_at timestamp with time zone not null,
  filed_at timestamp with time zone,
  due_at timestamp with time zone,
  closed_at timestamp with time zone,
  generated boolean not null
);
create index incident_grid on incident_incident (grid_code);
create index incident_reported on incident_incident (reported_at);
