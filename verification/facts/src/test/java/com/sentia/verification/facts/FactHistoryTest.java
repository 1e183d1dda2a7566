package com.sentia.verification.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactHistoryTest {
    private static final String NOT_CANONICAL = "(raw|connector|kpi|privacy)\\..*|.*\\.rejected";
    private static final FactHistory HISTORY = History.of(1).facts();

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(History.of(1).facts().arrivals()).isEqualTo(HISTORY.arrivals());
        assertThat(History.of(2).facts().arrivals()).isNotEqualTo(HISTORY.arrivals());
    }

    @Test
    void hasFactsOfEveryKind() {
        Set<Topic> canonical = Topics.catalogue()
                .filter(topic -> !topic.name().matches(NOT_CANONICAL))
                .collect(Collectors.toSet());

        assertThat(HISTORY.arrivals().stream().map(Arrival::topic).collect(Collectors.toSet()))
                .isEqualTo(canonical);
    }

    @Test
    void arrivesInOrder() {
        assertThat(HISTORY.arrivals().stream().map(Arrival::arrivedAt)).isSorted();
    }

    @Test
    void holdsEditsCancellationsAndDeletions() {
        List<Arrival> orders = HISTORY.arrivals(Topics.SALES_ORDER);

        assertThat(orders).anyMatch(order -> Versions.isDeleted(order.fact()));
        assertThat(orders).anyMatch(order -> ((SalesOrder) order.fact()).getStatus() == OrderStatus.CANCELLED);
        assertThat(orders.stream()
                        .collect(Collectors.groupingBy(
                                Arrival::key,
                                Collectors.mapping(
                                        order -> ((SalesOrder) order.fact()).getLines(), Collectors.toSet())))
                        .values())
                .anyMatch(contents -> contents.size() > 1);
    }

    @Test
    void neverGivesTwoContentsTheSameVersion() {
        Map<String, SpecificRecord> contents = new HashMap<>();
        for (Arrival arrival : HISTORY.arrivals()) {
            Version version = Versions.of(arrival.fact());
            String position = arrival.topic().name() + " " + arrival.key() + " " + version.getUpdatedAtMicros() + " "
                    + version.getFeedRank() + " " + version.getFetchedAtMicros();
            assertThat(contents.putIfAbsent(position, arrival.fact())).isIn(null, arrival.fact());
        }
    }

    @Test
    void keysFactsAsTheCatalogueSays() {
        assertThat(HISTORY.arrivals()).allMatch(arrival -> {
            SpecificRecord fact = arrival.fact();
            return arrival.key().equals(fact.get(1) + "/" + fact.get(2));
        });
    }

    @Test
    void canBeWrittenAndReadAsAvro() throws IOException {
        for (Arrival arrival : HISTORY.arrivals()) {
            assertThat(readBack(arrival.fact())).isEqualTo(arrival.fact());
        }
    }

    @Test
    void endsInTheSameWhateverTheOrder() {
        FactHistory disordered = HISTORY.disordered(Disorder.bad(3));

        assertThat(disordered.arrivals()).hasSizeGreaterThan(HISTORY.arrivals().size());
        assertThat(disordered.arrivals().stream().map(Arrival::arrivedAt)).isSorted();
        assertThat(Topics.catalogue())
                .allSatisfy(topic -> assertThat(disordered.current(topic)).isEqualTo(HISTORY.current(topic)));
    }

    @Test
    void bringsNewerVersionsBeforeOlderOnes() {
        Map<String, Version> highest = new HashMap<>();
        long stale = 0;
        for (Arrival arrival : HISTORY.disordered(Disorder.bad(3)).arrivals()) {
            Version version = Versions.of(arrival.fact());
            Version before = highest.merge(
                    arrival.topic().name() + arrival.key(),
                    version,
                    (one, other) -> Versions.ORDER.compare(other, one) > 0 ? other : one);
            if (Versions.ORDER.compare(before, version) > 0) {
                stale++;
            }
        }

        assertThat(stale).isGreaterThan(HISTORY.arrivals().size() / 20);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void addsOneFactForAFaultAskedFor(Fault fault) {
        FactHistory faulty = HISTORY.with(fault);

        assertThat(faulty.arrivals()).hasSize(HISTORY.arrivals().size() + 1);
        assertThat(faulty.current(fault.topic()))
                .hasSize(HISTORY.current(fault.topic()).size() + 1);
    }

    @Test
    void goesBelowZeroOnlyWhenAskedTo() {
        assertThat(HISTORY.with(Fault.NEGATIVE_STOCK)
                        .current(Topics.INVENTORY_LEVEL)
                        .values())
                .anyMatch(level -> ((InventoryLevel) level).getOnHand() < 0);
    }

    @Test
    void refusesAHistoryOfNoDays() {
        assertThatThrownBy(() -> FactHistory.of(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("days");
    }

    private static SpecificRecord readBack(SpecificRecord fact) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(fact.getSchema()).write(fact, encoder);
        encoder.flush();
        return new SpecificDatumReader<SpecificRecord>(fact.getSchema())
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }
}
