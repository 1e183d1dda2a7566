package com.sentia.timescale;

import org.jspecify.annotations.Nullable;

/**
 * One element of the stream a KPI job hands to {@link TimescaleSinks#kpi}: exactly one of the parts is there. One stream
 * for all, so that progress is committed after (or with) everything emitted before it.
 */
public record KpiWrite(
        @Nullable KpiChange change,
        @Nullable Restatement restatement,
        @Nullable WriterProgress progress,
        @Nullable SourceProgressRow source) {

    public static KpiWrite of(KpiChange change) {
        return new KpiWrite(change, null, null, null);
    }

    public static KpiWrite of(Restatement restatement) {
        return new KpiWrite(null, restatement, null, null);
    }

    public static KpiWrite of(WriterProgress progress) {
        return new KpiWrite(null, null, progress, null);
    }

    public static KpiWrite of(SourceProgressRow source) {
        return new KpiWrite(null, null, null, source);
    }
}
