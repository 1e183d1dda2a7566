-- Versions that change something before what was final when they came.
create or replace table late as
select seq, final_to, entity || coalesce('@' || level_at, '') as cause_key,
       updated || '.' || rank || '.' || fetched as cause_version,
       case when before_seq is null then 'LATE' when live then 'EDIT' else 'CANCEL' end as cause_kind
from effective
where seq in (select seq from signed_fact join arrival using (seq) group by seq having min(t) < min(final_to));
