package com.sentia.simulators.retail;

import java.util.Locale;

/** Why a line of the file is no sale, shipping, discount or refund, in the order the reasons are tried. */
public enum Rejection {
    UNREADABLE_LINE,
    ADJUSTMENT_INVOICE,
    UNKNOWN_INVOICE_NUMBER,
    NOT_A_PRODUCT,
    PRICE_NOT_POSITIVE,
    QUANTITY_NOT_POSITIVE,
    QUANTITY_POSITIVE_IN_CANCELLATION;

    /** The stable name that reports use. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
