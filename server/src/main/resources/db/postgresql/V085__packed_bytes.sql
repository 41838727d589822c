-- What is packed already is not tried to be compressed once more.
alter table patrol_position_log alter column fixes set storage external;
alter table patrol_chunk alter column fixes set storage external;
alter table patrol_track alter column fixes set storage external;
