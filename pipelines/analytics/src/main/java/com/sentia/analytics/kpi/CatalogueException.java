package com.sentia.analytics.kpi;

/** A catalogue file that can't be used; the message names file, line and field, and what is allowed there. */
public final class CatalogueException extends RuntimeException {
    CatalogueException(String message) {
        super(message);
    }
}
