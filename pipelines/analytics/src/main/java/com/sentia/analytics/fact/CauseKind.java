package com.sentia.analytics.fact;

/** Why facts changed; the name is what the restatement ledger shows. */
public enum CauseKind {
    /** The first version of its entity: a restatement only when it comes behind the watermark. */
    LATE,
    /** A later version of an entity that counts. */
    EDIT,
    /** A version that takes its entity out of every sum. */
    CANCEL,
    /** A rate of exchange that came, changed or was taken away. */
    RATE
}
