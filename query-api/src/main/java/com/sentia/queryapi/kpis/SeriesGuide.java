package com.sentia.queryapi.kpis;

import com.sentia.queryapi.http.Problem;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains an empty answer: what of a question doesn't exist, and what does. Asked only when nothing was found. */
public final class SeriesGuide {
    private final KpiQuery query;

    public SeriesGuide(KpiQuery query) {
        this.query = query;
    }

    /** Fails with the problem when the KPI doesn't exist or has no such window; succeeds otherwise. */
    public Future<KpiView> check(String kpi, Window window) {
        return query.kpis().map(kpis -> known(kpis, kpi, window));
    }

    /** As {@link #check}, and fails too when there is no series for exactly these members. */
    public Future<KpiView> require(String kpi, Window window, Map<String, String> dimensions) {
        return check(kpi, window)
                .compose(found -> query.hasSeries(kpi, window, dimensions).map(exists -> {
                    if (!exists) {
                        throw missing(found, window, dimensions).asException();
                    }
                    return found;
                }));
    }

    /**
     * Fails when the version shown was not shown yet at the instant, so that nothing was known of it. An unknown KPI is left to
     * the question itself.
     */
    public Future<Void> requireActive(String kpi, Optional<Instant> knownAt) {
        if (knownAt.isEmpty()) {
            return Future.succeededFuture();
        }
        return query.activatedAt(kpi).map(activatedAt -> {
            if (activatedAt.isPresent() && knownAt.get().isBefore(activatedAt.get())) {
                throw beforeActivation(kpi, knownAt.get(), activatedAt.get()).asException();
            }
            return null;
        });
    }

    private static Problem beforeActivation(String kpi, Instant knownAt, Instant activatedAt) {
        return Problem.badRequest(
                "before-activation",
                "asOf",
                knownAt.toString(),
                "the definition of " + kpi + " that is shown now was not shown at that time; ask for " + activatedAt
                        + " or later",
                List.of());
    }

    private static Problem missing(KpiView kpi, Window window, Map<String, String> dimensions) {
        String asked = Dimensions.text(dimensions);
        List<String> names = dimensions.keySet().stream().sorted().toList();
        List<KpiView.DimensionSet> sets = kpi.dimensionSets().stream()
                .filter(set -> set.windows().contains(window.text()))
                .toList();
        if (sets.stream().anyMatch(set -> set.names().equals(names))) {
            String detail = "no such member has a value yet; /v1/kpis/" + kpi.kpi() + "/values lists those that do";
            return Problem.notFound("unknown-member", "dimensions", asked, detail, List.of());
        }
        return Problem.notFound(
                "unknown-dimensions",
                "dimensions",
                asked,
                kpi.kpi() + " has no values by these dimensions in window " + window.text(),
                sets.stream().map(set -> String.join(",", set.names())).toList());
    }

    private static KpiView known(List<KpiView> kpis, String kpi, Window window) {
        KpiView found = kpis.stream()
                .filter(each -> each.kpi().equals(kpi))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                                "unknown-kpi",
                                "kpi",
                                kpi,
                                "no such KPI",
                                kpis.stream().map(KpiView::kpi).toList())
                        .asException());
        if (!found.windows().contains(window.text())) {
            throw Problem.notFound(
                            "unknown-window",
                            "window",
                            window.text(),
                            kpi + " has no values in this window"
                                    + (found.windows().isEmpty() ? " yet" : ""),
                            found.windows())
                    .asException();
        }
        return found;
    }
}
