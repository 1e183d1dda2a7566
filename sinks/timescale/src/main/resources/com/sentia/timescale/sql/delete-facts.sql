delete from fact where entity_id = any (?::bigint[])
