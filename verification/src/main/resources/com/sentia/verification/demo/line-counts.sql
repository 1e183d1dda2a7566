-- Did every line of the file arrive in the canonical topics, or was it rejected with a reason?
-- Lines are told by the ids made from their numbers; discounts of an order have none and are counted per order.
select (select count(*) from line) as lines_in,
       (select count(distinct line) from canonical_line) + (select coalesce(sum(discounts), 0) from canonical_order) as lines_in_facts,
       (select count(*)
        from canonical_line
        anti join accepted using (line)) as lines_unknown,
       (select count(*)
        from accepted
        where not (kind = 'discount' and not starts_with(invoice, 'C')) and line not in (select line from canonical_line)) as lines_lost,
       (select count(*)
        from (select invoice, count(*) as discounts from accepted where kind = 'discount' and not starts_with(invoice, 'C') group by invoice) in_file
        full outer join canonical_order using (invoice)
        where coalesce(in_file.discounts, 0) <> coalesce(canonical_order.discounts, 0)) as orders_with_other_discounts,
       (select count(*) from canonical_order) as orders,
       (select count(*) from invoice where not is_cancellation) as orders_in_file
