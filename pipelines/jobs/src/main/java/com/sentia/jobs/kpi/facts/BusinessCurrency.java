package com.sentia.jobs.kpi.facts;

import com.sentia.runtime.UnfitRecordException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The only currency amounts may be in. */
record BusinessCurrency(String code) implements Serializable {
    /** @throws UnfitRecordException when it is another */
    void require(@Nullable String found) {
        if (!code.equals(found)) {
            throw new UnfitRecordException("foreign-currency", "amounts are in " + found + ", not in " + code);
        }
    }
}
