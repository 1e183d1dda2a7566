package com.sentia.queryapi.series;

import com.sentia.queryapi.kpis.PointView;
import java.util.List;
import java.util.Optional;

/**
 * One KPI's change points in a range, and the one that still held when the range began, all of one version.
 *
 * @param version of the KPI's definition
 */
public record SeriesRows(int version, String unit, Optional<PointView> carriedIn, List<PointView> points) {
    public SeriesRows {
        points = List.copyOf(points);
    }

    /** The newest of them all. */
    public Optional<PointView> newest() {
        return points.isEmpty() ? carriedIn : Optional.of(points.get(points.size() - 1));
    }
}
