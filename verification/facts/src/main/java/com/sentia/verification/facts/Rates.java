package com.sentia.verification.facts;

import com.sentia.schemas.FxRate;
import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Exchange rates wander from business day to business day; some are corrected the day after. */
final class Rates {
    private static final Duration PUBLICATION = Duration.ofHours(16);
    private static final Duration CORRECTION = Duration.ofHours(18);

    private final Scene scene;
    private final Chance chance;
    private final Map<String, Long> nanos = new TreeMap<>(Map.of("EUR", 855_000_000L, "USD", 787_000_000L));

    Rates(Scene scene, Chance chance) {
        this.scene = scene;
        this.chance = chance;
    }

    /** Arranges the rates of one day. */
    void open(LocalDate day) {
        boolean isBusinessDay = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        if (isBusinessDay) {
            scene.timetable().at(scene.startOf(day).plus(PUBLICATION), () -> publish(day));
        }
    }

    /** Gives the rates of a day before the first, so that no fact is without one. */
    void publish(LocalDate day) {
        nanos.replaceAll((currency, before) -> before * chance.between(9_920, 10_080) / 10_000);
        nanos.forEach((currency, rateNanos) -> {
            Instant now = scene.timetable().now();
            scene.journal().changed(new Rate(currency, day, rateNanos, now));
            if (chance.in(8)) {
                long corrected = rateNanos + chance.between(1, 900_000);
                scene.after(CORRECTION, () -> scene.journal().changed(new Rate(currency, day, corrected, now)));
            }
        });
    }

    private record Rate(String base, LocalDate day, long rateNanos, Instant publishedAt) implements Entity {
        @Override
        public Topic topic() {
            return Topics.FX_RATE;
        }

        @Override
        public String key() {
            return "rates/" + id();
        }

        private String id() {
            return base + "/" + Company.BASE_CURRENCY + "/" + day;
        }

        @Override
        public SpecificRecord as(Version version, Op op) {
            return FxRate.newBuilder()
                    .setSource("sentia")
                    .setUnit("rates")
                    .setRateId(id())
                    .setVersion(version)
                    .setOp(op)
                    .setBaseCurrency(base)
                    .setQuoteCurrency(Company.BASE_CURRENCY)
                    .setDay(day)
                    .setRateNanos(rateNanos)
                    .setPublishedAt(publishedAt)
                    .setUpdatedAt(Versions.updatedAt(version))
                    .build();
        }
    }
}
