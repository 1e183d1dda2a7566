package com.sentia.analytics.window;

/** What the engine answers with. */
public interface SeriesOutput {

    void row(KpiRow row);

    /** A cause changed final windows; at most once per cause, KPI and window. */
    void restated(Restated restated);

    /** Asks for {@link WindowEngine#fire} once every fact before {@code end} is known; asking twice is asking once. */
    void timerAt(long end);

    /** Asks for {@link WindowEngine#refresh} soon; not asked again before it has come. */
    void refreshSoon();
}
