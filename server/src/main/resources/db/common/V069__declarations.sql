-- What was declared in a form, row by row, where it is verified one by one; what is personal stands here alone.
create table campaign_declared (
  campaign_id bigint not null,
  number integer not null,
  reference varchar(60) not null,
  name varchar(60) not null,
  phone varchar(30) not null,
  statement varchar(500) not null,
  primary key (campaign_id, number),
  unique (campaign_id, reference),
  foreign key (campaign_id, number) references campaign_unit (campaign_id, number)
);
