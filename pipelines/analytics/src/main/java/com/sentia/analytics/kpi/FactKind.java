package com.sentia.analytics.kpi;

/** What a fact is about; a measure takes facts of one kind. */
public enum FactKind {
    /** One line of goods sold. */
    GOODS,
    /** One discount, of an order or granted after it. */
    DISCOUNT,
    /** Units of one line taken or paid back. */
    RETURN,
    /** An order as a whole. */
    ORDER
}
