-- Who was shown where somebody is or was, as long as it went on: one row for each reader, person and way of looking, a new
-- one after a quarter of an hour without, or a midnight. Ids and codes only; kept for a set number of days.
create table patrol_look (
  id uuid primary key,
  staff_code varchar(40) not null,
  reader varchar(80) not null,
  reader_code varchar(40),
  roles varchar(200) not null,
  kind varchar(20) not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  times integer not null
);
create index patrol_look_person on patrol_look (staff_code, id);
create index patrol_look_last on patrol_look (last_at);
