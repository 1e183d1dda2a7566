package com.sentia.jobs.kpi;

import com.sentia.analytics.kpi.Aggregate;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.Linear;
import com.sentia.analytics.kpi.Measure;
import com.sentia.timescale.KpiDefinition;
import com.sentia.timescale.KpiMeasure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of the catalogue what the database keeps, so that SQL needs no copy of the file. */
final class RegisteredKpis {
    private RegisteredKpis() {}

    static List<KpiDefinition> of(KpiCatalogue catalogue) {
        return catalogue.kpis().stream().map(RegisteredKpis::definition).toList();
    }

    private static KpiDefinition definition(Kpi kpi) {
        return new KpiDefinition(
                kpi.name(),
                kpi.version(),
                kpi.title(),
                kpi.unit(),
                kpi.formula(),
                kpi.components().stream().map(Kpi.Component::name).toList(),
                measures(kpi));
    }

    /** Those of its components; of a KPI without any, those of its value. */
    private static List<KpiMeasure> measures(Kpi kpi) {
        if (kpi.components().isEmpty()) {
            return kpi.value()
                    .parts()
                    .flatMap(part -> measures(kpi.name(), part))
                    .toList();
        }
        return kpi.components().stream()
                .flatMap(component -> measures(component.name(), component.value()))
                .toList();
    }

    private static Stream<KpiMeasure> measures(String component, Linear sum) {
        return Stream.concat(
                sum.plus().stream().map(measure -> measure(component, 1, measure)),
                sum.minus().stream().map(measure -> measure(component, -1, measure)));
    }

    private static KpiMeasure measure(String component, int sign, Measure measure) {
        return new KpiMeasure(
                component,
                sign,
                measure.fact().key(),
                where(measure),
                aggregate(measure.aggregate()),
                of(measure.aggregate()),
                measure.fact().attributes().stream().map(Attribute::key).toList());
    }

    /** Facts without the member that a product is over don't count. */
    private static Map<String, String> where(Measure measure) {
        Map<String, String> where = new HashMap<>();
        if (measure.aggregate() instanceof Aggregate.Rolled rolled) {
            where.put(rolled.attribute().key(), Measure.ANY);
        }
        measure.where().forEach((attribute, value) -> where.put(attribute.key(), value));
        return where;
    }

    /** As in the catalogue, without what it is of. */
    private static String aggregate(Aggregate aggregate) {
        return aggregate.text().replaceFirst("\\(.*", "");
    }

    private static @Nullable String of(Aggregate aggregate) {
        if (aggregate instanceof Aggregate.Members members) {
            return members.attribute().key();
        }
        if (aggregate instanceof Aggregate.Rolled rolled) {
            return rolled.whole().key();
        }
        return aggregate instanceof Aggregate.OfFigure taking ? taking.figure().key() : null;
    }
}
