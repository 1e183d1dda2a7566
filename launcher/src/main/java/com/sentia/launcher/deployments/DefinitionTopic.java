package com.sentia.launcher.deployments;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.Window;
import com.sentia.launcher.deployments.ShownKpis.ShownKpi;
import com.sentia.launcher.topics.TopicRecords;
import com.sentia.schemas.KpiDefinition;
import com.sentia.schemas.KpiSet;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * kpi.definition.v1: tells subscribers which versions are shown. Brought up to date from the database, so that it can be done
 * again at any time: what the topic says already is not written twice.
 */
public final class DefinitionTopic {
    private final TopicRecords topic;

    public DefinitionTopic(String servers, URI registry) {
        this.topic = new TopicRecords(Topics.KPI_DEFINITION, servers, registry);
    }

    /** Writes what the topic does not say yet; returns how many records that took. */
    public int bringUpToDate(Collection<ShownKpi> shown) throws IOException, InterruptedException {
        Map<String, KpiDefinition> changes = changes(present(), shown);
        topic.write(
                changes.entrySet().stream().map(change -> new TopicRecords.Keyed(change.getKey(), change.getValue())));
        return changes.size();
    }

    static Map<String, KpiDefinition> changes(Map<String, KpiDefinition> present, Collection<ShownKpi> shown) {
        Map<String, KpiDefinition> changes = new TreeMap<>();
        present.forEach((key, definition) -> {
            if (definition.getActive()) {
                changes.put(
                        key,
                        KpiDefinition.newBuilder(definition).setActive(false).build());
            }
        });
        for (ShownKpi kpi : shown) {
            KpiDefinition wanted = record(kpi);
            String key = wanted.getKpi() + "|" + wanted.getVersion();
            if (wanted.equals(present.get(key))) {
                changes.remove(key);
            } else {
                changes.put(key, wanted);
            }
        }
        return changes;
    }

    private static KpiDefinition record(ShownKpi shown) {
        Kpi kpi = shown.kpi();
        return KpiDefinition.newBuilder()
                .setKpi(kpi.name())
                .setVersion(kpi.version())
                .setActive(true)
                .setActivatedAt(shown.version().activatedAt())
                .setTitle(kpi.title())
                .setDescription(kpi.description())
                .setOwner(kpi.owner())
                .setUnit(kpi.unit())
                .setFormula(kpi.formula())
                .setComponents(kpi.components().stream()
                        .map(component -> component.name())
                        .toList())
                .setSets(shown.catalogue().setsOf(kpi).stream()
                        .map(DefinitionTopic::record)
                        .toList())
                .setJob(shown.version().job())
                .build();
    }

    private static KpiSet record(DimensionSet set) {
        return new KpiSet(
                set.name(),
                set.dimensions().stream().map(Attribute::key).toList(),
                set.windows().stream().map(Window::name).toList());
    }

    /** The newest record of each version. */
    private Map<String, KpiDefinition> present() throws IOException {
        Map<String, KpiDefinition> present = new TreeMap<>();
        topic.read((key, record) -> {
            if (record instanceof KpiDefinition definition) {
                present.put(key, definition);
            }
        });
        return present;
    }
}
