-- What became of which area: one row for each old and new one that share ground. Never changed, never deleted.
create table plan_lineage (
  plan_id bigint not null references plan_plan (id),
  partition_id varchar(40) not null,
  old_code varchar(40) not null,
  new_code varchar(40) not null,
  effective_at timestamp with time zone not null,
  primary key (partition_id, old_code, new_code)
);
create index plan_lineage_new on plan_lineage (partition_id, new_code);
create index plan_lineage_plan on plan_lineage (plan_id);
