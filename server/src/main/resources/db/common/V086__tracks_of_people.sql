-- Whoever packs asks for the tracks of some people: without this the whole table was read each time.
create index patrol_track_staff on patrol_track (staff_code, ended_at);
