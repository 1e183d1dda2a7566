package com.sentia.jobs.kpi;

import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.runtime.RecordWriter;
import com.sentia.schemas.KpiFlag;
import com.sentia.schemas.KpiValue;
import com.sentia.schemas.Op;
import com.sentia.timescale.KpiChange;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes change points for subscribers of kpi.value.v1.
 *
 * @param componentNames per KPI the names of its components, in order
 */
record KpiValueWriter(Map<String, List<String>> componentNames) implements RecordWriter<KpiChange> {

    static KpiValueWriter of(KpiCatalogue catalogue) {
        Map<String, List<String>> names = new HashMap<>();
        catalogue
                .kpis()
                .forEach(kpi -> names.put(
                        kpi.name(),
                        kpi.components().stream()
                                .map(component -> component.name())
                                .collect(Collectors.toCollection(java.util.ArrayList::new))));
        return new KpiValueWriter(names);
    }

    @Override
    public byte[] key(KpiChange change) {
        return (partitionedBy(change) + "|" + instant(change.windowEndMicros())).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String partitionedBy(KpiChange change) {
        StringBuilder text = new StringBuilder()
                .append(change.kpi())
                .append('|')
                .append(change.kpiVersion())
                .append('|');
        String between = "";
        for (Map.Entry<String, String> dimension : sorted(change.dimensions()).entrySet()) {
            text.append(between).append(dimension.getKey()).append('=').append(dimension.getValue());
            between = ",";
        }
        return text.append('|').append(change.window()).toString();
    }

    /** By the constructor: Avro's builder costs several times as much, for each of millions of rows. */
    @Override
    public SpecificRecord record(KpiChange change) {
        return new KpiValue(
                change.kpi(),
                change.kpiVersion(),
                change.dimensions(),
                change.window(),
                instant(change.windowEndMicros()),
                change.delete() ? Op.DELETE : Op.UPSERT,
                change.value(),
                components(change),
                change.factCount(),
                change.revision(),
                change.flags().stream().map(KpiFlag::valueOf).toList(),
                instant(change.updatedAtMicros()),
                change.generation(),
                change.sequence());
    }

    private static Map<String, String> sorted(Map<String, String> dimensions) {
        return dimensions.size() < 2 ? dimensions : new TreeMap<>(dimensions);
    }

    private Map<String, BigDecimal> components(KpiChange change) {
        if (change.components().isEmpty()) {
            return Map.of();
        }
        List<String> names = java.util.Objects.requireNonNull(componentNames.get(change.kpi()));
        Map<String, BigDecimal> components = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            components.put(names.get(i), change.components().get(i));
        }
        return components;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
