package com.sentia.timescale;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the restatement ledger: a cause (an entity's version) changed final windows of a series. The first entry
 * of a series, cause key and cause version stays; the same again is ignored, so that a replay writes it once.
 *
 * @param kpi name in the catalogue
 * @param kpiVersion version of its definition
 * @param dimensions of the series
 * @param window of the series
 * @param causeKey key of the entity whose version caused it
 * @param causeVersion that version as text
 * @param causeKind {@code LATE}, {@code EDIT} or {@code CANCEL}
 * @param firstEndMicros first window end touched, UTC
 * @param lastEndMicros last window end touched, UTC
 * @param firstDelta the value's change at the first; null where there was or is no value
 * @param restatedAtMicros when, UTC
 */
public record Restatement(
        String kpi,
        int kpiVersion,
        Map<String, String> dimensions,
        String window,
        String causeKey,
        String causeVersion,
        String causeKind,
        long firstEndMicros,
        long lastEndMicros,
        @Nullable BigDecimal firstDelta,
        long restatedAtMicros) {}
