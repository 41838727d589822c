-- Nothing: H2 has spatial indexes, but after a kill in the middle of a large write it rolls back what was not committed,
-- takes the spatial index for an ordinary one, and the file cannot be opened any more. The box filter scans instead.
select 1;
