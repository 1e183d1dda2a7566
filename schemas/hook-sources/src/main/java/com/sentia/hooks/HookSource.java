package com.sentia.hooks;

import com.fasterxml.jackson.core.JsonPointer;
import com.sentia.hooks.mapping.CanonicalMapping;
import com.sentia.hooks.mapping.Taking;
import java.util.Optional;

/**
 * One declared source.
 *
 * @param name lower-case; its hook is {@code /v1/hooks/<name>}, and raw records have it as their vendor
 * @param unit plant, tenant or account all its records belong to
 * @param entity kind of record it tells of, singular
 * @param deliveryHeader tells one delivery from others, where the source sends such a header
 * @param records where the list of records stands in a body; empty: the body is a record or a list of them
 * @param mostRecords in one body
 * @param id the source's id of a record
 * @param updatedAt when the source last changed a record: the higher wins
 * @param op how deletions are told; without it every record is an upsert
 * @param taking what is taken of a record
 * @param mapping what becomes of it
 */
public record HookSource(
        String name,
        String unit,
        String entity,
        SignatureRule signature,
        Optional<String> deliveryHeader,
        JsonPointer records,
        int mostRecords,
        JsonPointer id,
        TimeRule updatedAt,
        Optional<OpRule> op,
        Taking taking,
        CanonicalMapping mapping) {
    /** The id of a raw record: ids of different sources and entities never meet. */
    public String rawId(String sourceId) {
        return name + "/" + entity + "/" + sourceId;
    }
}
