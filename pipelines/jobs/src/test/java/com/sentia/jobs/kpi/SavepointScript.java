package com.sentia.jobs.kpi;

import static com.sentia.jobs.kpi.SavepointRecords.ORDERS_A_DAY;
import static com.sentia.jobs.kpi.SavepointRecords.at;
import static com.sentia.jobs.kpi.SavepointRecords.customer;
import static com.sentia.jobs.kpi.SavepointRecords.line;
import static com.sentia.jobs.kpi.SavepointRecords.micros;
import static com.sentia.jobs.kpi.SavepointRecords.placed;

import com.sentia.analytics.rate.RateVersion;
import com.sentia.jobs.kpi.facts.CanonicalFacts;
import com.sentia.jobs.kpi.recomputed.Recomputation.Arrived;
import com.sentia.runtime.Position;
import com.sentia.runtime.UnitProgress;
import com.sentia.schemas.Op;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the job of the committed savepoint reads, as one partition holds it: five days of a small shop around the night in which summer
 * time begins, with amounts in pounds, euros and dollars, then the savepoint, then late versions, edits, stale versions, late rates
 * and some days more. To change it means to write the savepoint anew.
 */
final class SavepointScript {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int CROWD = 70;
    private static final String VENDOR = "shopify";
    private static final String ENTITY = "order";
    /** Whose progress makes values final. */
    static final String FEED = VENDOR + "/" + SavepointRecords.UNIT + "/" + ENTITY;

    /** Says the same wherever it is asked in this JVM: what it says need not travel. */
    static final SavepointScript WHOLE = new SavepointScript();

    private final FactReader reader = new FactReader(new CanonicalFacts("GBP", LONDON));
    private final List<Entry> entries = new ArrayList<>();
    private final List<Arrived> arrived = new ArrayList<>();
    private final int before;
    private final long finalBefore;
    private long completeTo = Long.MIN_VALUE;

    /**
     * What is read at one place.
     *
     * @param event null where there is a rate
     * @param finalTo how far windows are final by the progress before it, microseconds; {@link Long#MIN_VALUE} for not at all
     */
    record Entry(@Nullable CanonicalEvent event, @Nullable RateEvent rate, long finalTo) {
        private static boolean isVersion(Entry entry) {
            return entry.event != null && entry.event.change() != null;
        }
    }

    private SavepointScript() {
        ratesOfTheFirstDays();
        fiveDays();
        ratesOfTheLastDays();
        changesOfThese();
        before = entries.size();
        finalBefore = completeTo;
        lateVersions();
        lateRates();
        daysAfter();
        requireCertainOrder();
    }

    /** All of it. */
    List<Entry> entries() {
        return entries;
    }

    /** How many entries come before the savepoint. */
    int before() {
        return before;
    }

    /** How many of these are versions of entities. */
    long versionsBefore() {
        return entries.subList(0, before).stream().filter(Entry::isVersion).count();
    }

    /** Up to when windows are final in the savepoint, microseconds. */
    long finalBefore() {
        return finalBefore;
    }

    /** Versions that count, in their order, but for those of levels. */
    List<Arrived> arrived() {
        return arrived;
    }

    /** Nobody told that of Sunday, the 29th, and of dollars none at all. */
    private void ratesOfTheFirstDays() {
        rate("EUR", "03-26", "03-26T16:00", 860_000_000);
        rate("EUR", "03-27", "03-27T16:00", 855_000_001);
        rate("EUR", "03-28", "03-28T16:00", 857_300_000);
        progress("03-26T00:00");
    }

    private void fiveDays() {
        for (int day = 0; day < 5; day++) {
            stock("S0", "03-%dT06:00".formatted(26 + day), "03-%dT06:10".formatted(26 + day), 40 - 7 * day);
            stock("S1", "03-%dT06:00".formatted(26 + day), "03-%dT06:10".formatted(26 + day), 9 + 4 * day % 7);
            stock("S2", "03-%dT06:00".formatted(26 + day), "03-%dT06:10".formatted(26 + day), 5 - day);
            for (int n = day * ORDERS_A_DAY; n < (day + 1) * ORDERS_A_DAY; n++) {
                usualOrder(n);
            }
            if (day == 2) {
                crowd();
            }
            progress(day < 4 ? "03-%dT00:00".formatted(27 + day) : "03-30T12:00");
        }
    }

    /** So many customers at once that slices keep them apart. */
    private void crowd() {
        for (int n = 0; n < CROWD; n++) {
            Instant placed = at("03-28T12:00").plusSeconds(10L * n);
            String customer = "d" + n;
            order(200 + n, placed, order -> order.setPlacedAt(placed).setCustomerKey(customer));
        }
    }

    /** One corrects what is final. */
    private void ratesOfTheLastDays() {
        rate("EUR", "03-26", "03-30T16:00", 861_234_567);
        rate("EUR", "03-30", "03-30T16:00", 849_000_000);
        progress("03-30T18:00");
    }

    private void changesOfThese() {
        order(3, at("03-31T08:00"), order -> order.setLines(List.of(line("S1", 5, 20))));
        order(7, at("03-31T08:01"), order -> order.setStatus(OrderStatus.CANCELLED));
        refund("R1", "A05", "03-28T10:00", "03-31T08:02", "S2", 30, "GBP");
        refund("R3", "A06", "03-29T10:00", "03-31T08:02", "S1", 7, "EUR");
        stock("S1", "03-27T06:00", "03-31T08:03", 20);
    }

    /** All behind what was final, which only the savepoint tells: no progress was read since, and no rate. */
    private void lateVersions() {
        // New orders of new customers, and one before the first of a customer who is known.
        order(
                90,
                at("03-31T09:00"),
                order -> order.setPlacedAt(at("03-27T15:00")).setCustomerKey("c90"));
        order(
                91,
                at("03-31T09:00"),
                order -> order.setPlacedAt(at("03-28T15:00"))
                        .setCustomerKey("c91")
                        .setCurrency("EUR"));
        order(
                92,
                at("03-31T09:00"),
                order -> order.setPlacedAt(at("03-26T07:00")).setCustomerKey(customer(2)));
        // Edits of what only the savepoint knows: once, and a second time.
        order(12, at("03-31T09:01"), order -> order.setLines(List.of(line("S0", 1, 99))));
        order(3, at("03-31T09:02"), order -> order.setLines(List.of(line("S2", 2, 20))));
        // Of amounts in other currencies: the amount, and the currency.
        order(6, at("03-31T09:02"), order -> order.setLines(List.of(line("S1", 3, 33))));
        order(11, at("03-31T09:02"), order -> order.setCurrency("GBP"));
        // Stale: older than what is known, and the same again.
        order(3, at("03-31T08:30"), order -> order.setLines(List.of(line("S2", 1_000, 20))));
        usualOrder(8);
        // Cancelled, one of them the first of its customer, and cancelled before but no longer.
        order(16, at("03-31T09:03"), order -> order.setStatus(OrderStatus.CANCELLED));
        order(0, at("03-31T09:03"), order -> order.setStatus(OrderStatus.CANCELLED));
        order(7, at("03-31T09:04"), order -> order);
        // Of the crowd: one turns out to be another, one never was.
        order(
                205,
                at("03-31T09:03"),
                order -> order.setPlacedAt(at("03-28T12:00")).setCustomerKey("d6"));
        order(
                207,
                at("03-31T09:03"),
                order -> order.setPlacedAt(at("03-28T12:00")).setStatus(OrderStatus.CANCELLED));
        // The first order of one customer becomes that of another.
        order(1, at("03-31T09:04"), order -> order.setCustomerKey("c95"));
        refund("R2", "A14", "03-30T09:00", "03-31T09:05", "S1", 12, "USD");
        shipment(4, Duration.ofHours(50), at("03-31T09:06"));
        // Levels: between two known instants, one known instant once more, and one that is taken back.
        stock("S0", "03-28T18:00", "03-31T09:07", 3);
        stock("S1", "03-27T06:00", "03-31T09:08", 15);
        add(SavepointRecords.stock("S2", at("03-29T06:00"), at("03-31T09:09"), 2)
                .setOp(Op.DELETE)
                .build());
        // Older than anything that is kept: it doesn't count.
        order(
                99,
                at("03-31T09:10"),
                order -> order.setPlacedAt(at("03-27T15:00").minus(Duration.ofDays(500))));
        arrived.remove(arrived.size() - 1);
        progress("03-31T12:00");
    }

    /** A correction, a stale one, that of Sunday, which was missing, and the first one of dollars. */
    private void lateRates() {
        rate("EUR", "03-27", "03-31T16:00", 850_000_000);
        rate("EUR", "03-26", "03-26T18:00", 1_000_000_000);
        rate("EUR", "03-29", "03-31T16:01", 858_888_888);
        rate("USD", "03-28", "03-31T16:02", 771_000_000);
        progress("03-31T18:00");
    }

    private void daysAfter() {
        for (int n = 25; n < 32; n++) {
            usualOrder(n);
        }
        progress("04-02T00:00");
        order(27, at("04-02T08:00"), order -> order.setLines(List.of(line("S0", 9, 10))));
        order(26, at("04-02T08:01"), order -> order.setLines(List.of(line("S0", 2, 17))));
        progress("04-03T00:00");
        rate("EUR", "03-31", "04-03T08:00", 845_500_000);
        progress("04-06T00:00");
    }

    /** The n-th order, and every second time its shipment, as they first come. */
    private void usualOrder(int n) {
        order(n, placed(n), order -> order);
        if (n % 2 == 0) {
            Duration wait = Duration.ofHours(2 + n * 5 % 31);
            shipment(n, wait, placed(n).plus(wait));
        }
    }

    private interface Change {
        SalesOrder.Builder of(SalesOrder.Builder order);
    }

    private void order(int n, Instant updated, Change change) {
        add(change.of(SavepointRecords.order(n, updated)).build());
    }

    private void refund(
            String id, String order, String refunded, String updated, String sku, long amount, String currency) {
        add(SavepointRecords.refund(id, order, at(refunded), at(updated), sku, amount, currency)
                .build());
    }

    private void shipment(int n, Duration afterOrder, Instant updated) {
        add(SavepointRecords.shipment(n, afterOrder, updated).build());
    }

    private void stock(String sku, String measured, String updated, long onHand) {
        add(SavepointRecords.stock(sku, at(measured), at(updated), onHand).build());
    }

    private void add(SpecificRecord record) {
        CanonicalEvent event = reader.record(record, new Position("script", 0, entries.size()));
        entries.add(new Entry(event, null, completeTo));
        EntityChange change = Objects.requireNonNull(event.change());
        arrived.add(new Arrived(change.key(), change.levelAt(), change.facts(), completeTo));
    }

    private void rate(String currency, String day, String updated, long nanos) {
        RateVersion version = SavepointRecords.rate(currency, day, at(updated), nanos);
        entries.add(new Entry(null, RateEvent.of(version), completeTo));
    }

    /** Told in every partition of the topics that the feed fills. */
    private void progress(String instant) {
        long complete = micros(at(instant));
        for (Topic topic : CountedFeeds.topicsOf(FEED)) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                Position position = new Position(topic.name(), partition, entries.size());
                UnitProgress progress =
                        new UnitProgress(position, VENDOR, SavepointRecords.UNIT, ENTITY, complete, complete);
                entries.add(new Entry(CanonicalEvent.of(progress), null, completeTo));
            }
        }
        completeTo = complete;
    }

    /** Rates overtake versions, and versions rates, but for those on the other side of progress. */
    private void requireCertainOrder() {
        Set<Long> ofVersions =
                entries.stream().filter(Entry::isVersion).map(Entry::finalTo).collect(Collectors.toSet());
        for (Entry entry : entries) {
            if (entry.rate() != null && ofVersions.contains(entry.finalTo())) {
                throw new IllegalStateException("there must be progress between " + entry + " and versions");
            }
        }
    }
}
