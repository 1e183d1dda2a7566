-- Forgets entities, with their facts, that have not changed since; in the order in which others take their rows.
with gone as (
    delete from fact_entity
    where entity_id in (
        select e.entity_id
        from fact_entity e
        join unnest(?::text[], ?::bigint[]) as forgotten (entity, unchanged_since) using (entity)
        where e.updated_at < timestamptz 'epoch' + forgotten.unchanged_since * interval '1 microsecond'
        order by e.entity
        for update of e
    )
    returning entity_id
)
delete from fact using gone where fact.entity_id = gone.entity_id
