-- Places: each stands from one instant to another, or still. What is part of another names it. Nothing here is about
-- persons: a household is a door.
create table place_estates (
  id varchar(60) primary key,
  name_zh varchar(100) not null,
  name_en varchar(200) not null,
  gated boolean not null,
  shape geometry(geometry, 4326) not null,
  community_code varchar(40) not null,
  property_company varchar(100) not null,
  aliases varchar(1000) not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone
);

create table place_streets (
  id varchar(60) primary key,
  name_zh varchar(100) not null,
  name_en varchar(200) not null,
  street_class varchar(20) not null,
  shape geometry(geometry, 4326) not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone
);

create table place_street_edges (
  id varchar(60) primary key,
  street_id varchar(60) not null references place_streets (id),
  street_class varchar(20) not null,
  from_node varchar(60) not null,
  to_node varchar(60) not null,
  allowed varchar(60) not null,
  shape geometry(geometry, 4326) not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone
);

create table place_street_numbers (
  id varchar(60) primary key,
  street_id varchar(60) not null references place_streets (id),
  number integer not null,
  shape geometry(geometry, 4326) not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone
);
create index place_street_numbers_street on place_street_numbers (street_id);

create table place_grounds (
  id varchar(60) primary key,
  ground_kind varchar(20) not null,
  name_zh varchar(100) not null,
  name_en varchar(200) not null,
  shape geometry(geometry, 4326) not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone
);

create table place_buildings (
  id varchar(60) primary key,
  shape geometry(geometry, 4326) not null,
  height_meters double precision not null,
  building_use varchar(20) not null,
  households integer not null,
  name_zh varchar(100) not null,
  estate_id varchar(60) references place_estates (id),
  street_id varchar(60) references place_streets (id),
  gate_number varchar(20) not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone
);
create index place_buildings_estate on place_buildings (estate_id);

create table place_units (
  id varchar(60) primary key,
  building_id varchar(60) not null references place_buildings (id),
  label varchar(60) not null,
  households integer not null,
  head_code varchar(40) not null,
  information_officer_code varchar(40) not null,
  support_officer_code varchar(40) not null,
  shape geometry(geometry, 4326) not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone
);
create index place_units_building on place_units (building_id);

create table place_households (
  id varchar(60) primary key,
  unit_id varchar(60) not null references place_units (id),
  building_id varchar(60) not null references place_buildings (id),
  door varchar(60) not null,
  shape geometry(geometry, 4326) not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone
);
create index place_households_building on place_households (building_id);

create table place_points_of_interest (
  id varchar(60) primary key,
  interest varchar(30) not null,
  name_zh varchar(100) not null,
  name_en varchar(200) not null,
  aliases varchar(1000) not null,
  shape geometry(geometry, 4326) not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone
);
