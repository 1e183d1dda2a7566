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
        String dimensions = new TreeMap<>(change.dimensions())
                .entrySet().stream()
                        .map(dimension -> dimension.getKey() + "=" + dimension.getValue())
                        .collect(Collectors.joining(","));
        return change.kpi() + "|" + change.kpiVersion() + "|" + dimensions + "|" + change.window();
    }

    @Override
    public SpecificRecord record(KpiChange change) {
        return KpiValue.newBuilder()
                .setKpi(change.kpi())
                .setKpiVersion(change.kpiVersion())
                .setDimensions(change.dimensions())
                .setWindow(change.window())
                .setWindowEnd(instant(change.windowEndMicros()))
                .setOp(change.delete() ? Op.DELETE : Op.UPSERT)
                .setValue(change.value())
                .setComponents(components(change))
                .setCount(change.factCount())
                .setRevision(change.revision())
                .setFlags(change.flags().stream().map(KpiFlag::valueOf).toList())
                .setUpdatedAt(instant(change.updatedAtMicros()))
                .setGeneration(change.generation())
                .setSequence(change.sequence())
                .build();
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
