-- Who asks what is known of one person's instants, and which tracks are still going on, finds it without a scan.
create index patrol_position_log_staff on patrol_position_log (staff_code, last_at);
create index patrol_track_ended on patrol_track (ended_at);
