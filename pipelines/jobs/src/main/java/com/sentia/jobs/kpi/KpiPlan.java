package com.sentia.jobs.kpi;

import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.KpiCatalogue;
import java.io.Serializable;
import java.time.Duration;

/**
 * What the steps from versions of entities to values need to know; travels inside the job's graph.
 *
 * @param job the deployment's name, under which its writers are registered
 * @param catalogue makes the definitions anew in each task: they themselves don't travel
 * @param openRefresh longest wait from an event to the open values it changes, where series are few
 * @param retention how far behind the watermark a version may still change values
 */
public record KpiPlan(String job, CatalogueSource catalogue, Duration openRefresh, Duration retention)
        implements Serializable {

    /** Makes a catalogue, the same each time. */
    @FunctionalInterface
    public interface CatalogueSource extends Serializable {
        KpiCatalogue catalogue();
    }

    KpiCatalogue kpis() {
        return catalogue.catalogue();
    }

    /** Whether some KPI rests on which orders are the first of their customers. */
    boolean countsNewCustomers() {
        return restsOn(FactKind.NEW_CUSTOMER);
    }

    /** Whether some KPI rests on the units of an article's days. */
    boolean countsDailyDemand() {
        return restsOn(FactKind.DEMAND);
    }

    private boolean restsOn(FactKind kind) {
        return kpis().kpis().stream()
                .flatMap(kpi -> kpi.measures().stream())
                .anyMatch(measure -> measure.fact() == kind);
    }
}
