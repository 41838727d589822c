create table camera_camera (
  id varchar(20) primary key,
  name varchar(100) not null,
  location geometry(point, 4326) not null,
  mount_height_meters double precision not null,
  azimuth_degrees double precision not null,
  angle_degrees double precision not null,
  range_meters double precision not null,
  ptz boolean not null,
  state varchar(20) not null,
  direction_certainty varchar(20) not null,
  grid_code varchar(40) not null,
  generated boolean not null
);
create index camera_grid on camera_camera (grid_code);
