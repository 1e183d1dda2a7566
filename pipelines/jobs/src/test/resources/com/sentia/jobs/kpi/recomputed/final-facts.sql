-- Of each entity the facts of its highest version, whatever came after it.
create or replace table signed_fact as
select 1 as sign, arrival_fact.*
from arrival_fact
where seq in (
    select seq
    from arrival
    qualify row_number() over (partition by entity order by updated desc, rank desc, fetched desc, seq) = 1
);
