package com.sentia.normalizer.mapping;

import com.sentia.analytics.rate.RateBounds;
import com.sentia.normalizer.facts.Fact;
import com.sentia.schemas.FxRate;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topics;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** A row of Sentia's exchange rates as one FxRate. What nobody would convert by is refused here already. */
public final class FxRateMapper implements PayloadMapper {
    private static final String BASE = "base_currency";
    private static final String QUOTE = "quote_currency";
    private static final String DAY = "day";
    private static final String RATE = "rate";

    @Override
    public List<Fact> map(RawRecord raw) throws UnmappableException {
        CapturedRow row = CapturedRow.of(raw, BASE, QUOTE, DAY);
        Payload payload = row.payload();
        FxRate rate = FxRate.newBuilder()
                .setSource(raw.getVendor())
                .setUnit(raw.getUnit())
                .setRateId(raw.getId())
                .setVersion(raw.getVersion())
                .setOp(Op.UPSERT)
                .setBaseCurrency(row.currency(BASE))
                .setQuoteCurrency(row.currency(QUOTE))
                .setDay(day(payload))
                .setRateNanos(rateNanos(payload))
                .setPublishedAt(payload.instant("published_at"))
                .setUpdatedAt(payload.instant("updated_at"))
                .build();
        return List.of(new Fact(Topics.FX_RATE, raw.getUnit() + "/" + rate.getRateId(), rate));
    }

    private static LocalDate day(Payload payload) throws UnmappableException {
        try {
            LocalDate day = LocalDate.parse(payload.text(DAY));
            if (RateBounds.isDay(day)) {
                return day;
            }
        } catch (DateTimeException expected) {
            // As wrong as a day out of bounds.
        }
        throw payload.broken(
                DAY, "must be a day from " + RateBounds.EARLIEST_DAY + " to " + RateBounds.LATEST_DAY + ", YYYY-MM-DD");
    }

    private static long rateNanos(Payload payload) throws UnmappableException {
        long nanos = Decimals.nanos(payload, RATE);
        if (!RateBounds.isRate(nanos)) {
            throw payload.broken(RATE, "must be from a millionth to a million");
        }
        return nanos;
    }
}
