create index camera_version_location on camera_version using gist (location);
