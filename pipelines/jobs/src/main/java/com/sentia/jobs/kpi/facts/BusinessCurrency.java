package com.sentia.jobs.kpi.facts;

import com.sentia.runtime.UnfitRecordException;
import java.io.Serializable;

/** The only currency amounts may be in. */
record BusinessCurrency(String code) implements Serializable {
    /** @throws UnfitRecordException when it is another */
    void require(String found) {
        if (!found.equals(code)) {
            throw new UnfitRecordException("foreign-currency", "amounts are in " + found + ", not in " + code);
        }
    }
}
