-- Indexes on geometry, which only PostgreSQL has here.
create index place_estates_shape on place_estates using gist (shape);
create index place_streets_shape on place_streets using gist (shape);
create index place_street_edges_shape on place_street_edges using gist (shape);
create index place_street_numbers_shape on place_street_numbers using gist (shape);
create index place_grounds_shape on place_grounds using gist (shape);
create index place_buildings_shape on place_buildings using gist (shape);
create index place_units_shape on place_units using gist (shape);
create index place_households_shape on place_households using gist (shape);
create index place_points_of_interest_shape on place_points_of_interest using gist (shape);
