-- Categories whose reports from the grids of an emergency are urgent while it lasts, as codes with blanks between.
alter table emergency_emergency add column urgent_categories varchar(4000) default '' not null;
-- Which incidents came in as urgent for which emergency: their clocks stay urgent after its end.
create table emergency_urgent (
  incident_id varchar(40) primary key,
  emergency_id bigint not null references emergency_emergency (id)
);
create index emergency_urgent_emergency on emergency_urgent (emergency_id);
