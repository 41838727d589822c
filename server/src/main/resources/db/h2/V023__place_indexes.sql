-- Nothing: see V006 for why H2 has no spatial index.
select 1;
