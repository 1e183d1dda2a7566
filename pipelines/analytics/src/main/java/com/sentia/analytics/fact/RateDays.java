package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.CalendarUnit;
import com.sentia.analytics.kpi.Window.Calendar;
import com.sentia.analytics.kpi.Window.Calendar.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The business day whose rate converts a fact; remembers the last one, as a calendar is slow to ask. */
final class RateDays {
    private final ZoneId zone;
    private final Calendar days;
    private Span span = new Span(0, 0);
    private long day;

    RateDays(ZoneId zone) {
        this.zone = zone;
        this.days = new Calendar(CalendarUnit.DAY, zone);
    }

    /** Null for one in the business currency. */
    @Nullable
    RateDay of(Fact fact) {
        String currency = fact.currency();
        return currency == null ? null : new RateDay(currency, dayOf(fact.timeMicros()));
    }

    private long dayOf(long micros) {
        if (!span.holds(micros)) {
            span = days.around(micros);
            day = Instant.EPOCH
                    .plus(micros, ChronoUnit.MICROS)
                    .atZone(zone)
                    .toLocalDate()
                    .toEpochDay();
        }
        return day;
    }
}
