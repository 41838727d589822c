-- Tokens of machines and forms that speak for one channel.
create table incident_channel_token (
  token_id varchar(40) primary key references people_token (id),
  channel varchar(40) not null
);
