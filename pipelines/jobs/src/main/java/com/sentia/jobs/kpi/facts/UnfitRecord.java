package com.sentia.jobs.kpi.facts;

import com.sentia.runtime.UnfitRecordException;

/** Why records are refused. */
final class UnfitRecord {
    private UnfitRecord() {}

    /** @param what the field that says what this program doesn't know, beginning with "the" */
    static UnfitRecordException unknown(String what) {
        return new UnfitRecordException("unknown-status", what + " is not known to this program");
    }
}
