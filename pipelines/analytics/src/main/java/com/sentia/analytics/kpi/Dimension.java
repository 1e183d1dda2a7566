package com.sentia.analytics.kpi;

import java.util.Locale;

/** Something facts are told apart by. */
public enum Dimension {
    SOURCE,
    REGION,
    SKU;

    /** As written in tables and the API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
