-- A comment about a border: the two places that its stretch ran between when it was said, in lattice units.
alter table plan_comment add column from_lon integer;
alter table plan_comment add column from_lat integer;
alter table plan_comment add column to_lon integer;
alter table plan_comment add column to_lat integer;
