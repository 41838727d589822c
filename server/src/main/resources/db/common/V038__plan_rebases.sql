-- Edits that no longer applied when their plan was rebased, and were dropped then: the edits stay where they are.
create table plan_dropped (
  plan_id bigint not null references plan_plan (id),
  seq integer not null,
  version integer not null,
  code varchar(80) not null,
  place_lon integer,
  place_lat integer,
  primary key (plan_id, seq)
);
