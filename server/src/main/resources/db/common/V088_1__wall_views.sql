-- Views of the wall that somebody keeps, as they stand in its address, bars between.
create table wall_views (
  account varchar(80) primary key,
  version integer not null,
  views varchar(4000) not null
);
