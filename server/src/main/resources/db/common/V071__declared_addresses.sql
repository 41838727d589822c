-- Where somebody lives who declared something is as personal as what they declared, and is erased with it.
alter table campaign_declared add column address varchar(200) default '' not null;
update campaign_declared set address = coalesce((
  select u.building from campaign_unit u
  where u.campaign_id = campaign_declared.campaign_id and u.number = campaign_declared.number and u.building <> u.grid_code), '');
update campaign_unit set building = grid_code where exists (
  select 1 from campaign_declared d where d.campaign_id = campaign_unit.campaign_id and d.number = campaign_unit.number);
