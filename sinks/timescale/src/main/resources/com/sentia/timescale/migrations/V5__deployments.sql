-- Which deployment (one running KPI job) publishes a version: its values are final as far as that job has come.
alter table kpi_definition add column job text not null default 'kpi';
comment on column kpi_definition.job is 'The deployment that computes this version; its progress is that of kpi_final.job.';

create or replace view kpi_progress as
select d.kpi, d.kpi_version, s.time_window, 'shopify'::text as source,
       case
           when s.time_window like '%/%' then date_bin(split_part(s.time_window, '/', 2)::interval, w.final_to, timestamptz 'epoch')
           else date_trunc(s.time_window, w.final_to, coalesce(current_setting('sentia.business_zone', true), 'Europe/London'))
       end as final_to,
       p.complete_to
from kpi_definition d
join (select distinct kpi, kpi_version, time_window from kpi_series) s using (kpi, kpi_version)
left join kpi_final w on w.job = d.job
cross join (select min(complete_to) as complete_to from source_progress) p;

create or replace view kpi_change_point as
select s.kpi, s.kpi_version, s.dimensions, s.time_window, v.window_end, v.value, d.component_names, v.components,
       v.fact_count, v.revision, v.flags, v.updated_at,
       case
           when w.final_to is null or v.window_end > w.final_to then 'OPEN'
           when v.revision > 0 then 'RESTATED'
           else 'FINAL'
       end as state
from kpi_value v
join kpi_series s using (series_id)
join kpi_definition d using (kpi, kpi_version)
join kpi_active a using (kpi, kpi_version)
left join kpi_final w on w.job = d.job;

-- The deployments that views show, and how far the furthest of them has come.
create view kpi_active_job as
select d.job, count(*) as kpis, max(w.final_to) as final_to
from kpi_active a
join kpi_definition d using (kpi, kpi_version)
left join kpi_final w on w.job = d.job
group by d.job;
comment on view kpi_active_job is 'One row per deployment that publishes the active version of any KPI: of how many, and up to when its windows are final.';

create function kpi_switch(deployment text)
returns table (kpi text, kpi_version integer)
language sql volatile
set search_path from current
as $$
    insert into kpi_active as present (kpi, kpi_version)
    select d.kpi, d.kpi_version
    from kpi_definition d
    where d.job = $1
      and exists (select from kpi_writer w where w.job = $1)
      and (not exists (select from kpi_active_job other where other.job <> $1 and other.final_to is not null)
           or (select own.final_to from kpi_final own where own.job = $1)
              >= (select max(other.final_to) from kpi_active_job other where other.job <> $1))
    on conflict (kpi) do update
    set kpi_version = excluded.kpi_version, activated_at = now()
    where excluded.kpi_version > present.kpi_version
    returning present.kpi, present.kpi_version
$$;
comment on function kpi_switch(text) is
'Makes every version that a deployment publishes the active one, all in one statement, once the deployment''s values are final as far as those shown now; returns what it switched, no row while the deployment is still behind. An active version only ever gives way to a higher one.';
