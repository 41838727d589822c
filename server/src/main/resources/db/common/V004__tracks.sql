-- One row a track: its box in lattice units, its fixes packed (FixCodec).
create table patrol_track (
  id varchar(60) primary key,
  staff_code varchar(40) not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  west integer not null,
  south integer not null,
  east integer not null,
  north integer not null,
  fixes ${bytes} not null,
  generated boolean not null
);
create index patrol_track_started on patrol_track (started_at);

-- The grids a track led through.
create table patrol_track_grid (
  track_id varchar(60) not null references patrol_track (id),
  grid_code varchar(40) not null,
  primary key (track_id, grid_code)
);
create index patrol_track_grid_code on patrol_track_grid (grid_code);
