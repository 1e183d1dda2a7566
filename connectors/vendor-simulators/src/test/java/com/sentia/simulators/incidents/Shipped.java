package com.sentia.simulators.incidents;

import com.sentia.simulators.retail.DateShift;
import com.sentia.simulators.retail.RetailFile;
import com.sentia.simulators.retail.RetailHistory;
import java.nio.file.Path;
import java.util.List;

/** The two months that ship with the project, read once, and what goes wrong in them. */
final class Shipped {
    static final RetailFile FILE = RetailFile.read(Path.of("src/main/data/online-retail-2-months.csv.xz"));
    static final DateShift SHIFT = new DateShift(0);
    static final double HISTORY_SHARE = 0.7;
    static final long FACTORY_SEED = 1;

    private Shipped() {}

    static IncidentPlan plan(long seed) {
        return IncidentPlan.of(FILE, SHIFT, HISTORY_SHARE, seed, FACTORY_SEED);
    }

    static RetailHistory history(IncidentPlan plan) {
        return RetailHistory.of(FILE.with(plan.lines()), SHIFT);
    }

    static List<Incident> of(IncidentPlan plan, IncidentKind kind) {
        return plan.incidents().stream()
                .filter(incident -> incident.kind() == kind)
                .toList();
    }
}
