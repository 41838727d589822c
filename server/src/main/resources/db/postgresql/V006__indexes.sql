-- What only PostgreSQL has: indexes on geometry, and one on the events that wait for their number.
create index event_log_unnumbered on event_log (id) where number is null;
create index grid_state_shape on grid_state using gist (shape);
create index incident_location on incident_incident using gist (location);
create index camera_location on camera_camera using gist (location);
