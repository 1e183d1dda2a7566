package com.sentia.launcher.fx;

import com.sentia.analytics.rate.RateVersion;
import com.sentia.launcher.LauncherException;
import com.sentia.schemas.FxRate;
import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * What a sheet says that is not known yet.
 *
 * @param known the newest record of each rate of the sheet
 * @param now the moment of loading: the version of all that is written
 */
record RateChanges(RateSheet sheet, Map<DayRate.Key, KnownRate> known, Instant now) {
    /** The unit of all rates that are loaded from files. */
    static final String UNIT = "fx-load";

    /** As a full read of a source: the file is all there is. */
    private static final int FEED_RANK = 2;

    /** @throws LauncherException when what is known is of a later time, so that what is loaded would not count */
    List<DayRate> changed() {
        List<DayRate> changed = sheet.rates().stream().filter(this::isChanged).toList();
        for (DayRate rate : changed) {
            KnownRate present = known.get(rate.key());
            if (present != null && present.rate().version().updatedAtMicros() >= micros()) {
                throw new LauncherException("nothing was written: what is known of " + rate.currency() + " on "
                        + rate.day() + " was said by " + present.rate().unit() + " at "
                        + Instant.EPOCH.plus(present.rate().version().updatedAtMicros(), ChronoUnit.MICROS)
                        + ", and it is " + now + " by this machine's clock: set the clock, or wait");
            }
        }
        return changed;
    }

    FxRate record(DayRate rate) {
        String id = rate.currency() + "/" + sheet.quote() + "/" + rate.day();
        KnownRate present = known.get(rate.key());
        return FxRate.newBuilder()
                .setSource(sheet.source())
                .setUnit(UNIT)
                .setRateId(id)
                .setVersion(new Version(micros(), FEED_RANK, micros()))
                .setOp(Op.UPSERT)
                .setBaseCurrency(rate.currency())
                .setQuoteCurrency(sheet.quote())
                .setDay(rate.day())
                .setRateNanos(rate.nanos())
                .setPublishedAt(present == null ? now : present.publishedAt())
                .setUpdatedAt(now)
                .build();
    }

    /** The key of a record on the topic. */
    static String key(FxRate record) {
        return record.getUnit() + "/" + record.getRateId();
    }

    private boolean isChanged(DayRate rate) {
        KnownRate present = known.get(rate.key());
        RateVersion said = present == null ? null : present.rate();
        return said == null || said.nanos() != rate.nanos();
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now);
    }
}
