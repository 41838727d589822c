-- What was generated into this database, at most once.
create table demo_made (
  only_row integer primary key check (only_row = 1),
  kind varchar(20) not null,
  seed bigint not null,
  grids integer not null,
  made_at timestamp with time zone not null,
  filled_to timestamp with time zone not null
);
