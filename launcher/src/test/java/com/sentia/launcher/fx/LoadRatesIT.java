package com.sentia.launcher.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.fx.LoadRates.Loaded;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.status.WorkProgress;
import com.sentia.launcher.topics.TopicRecords;
import com.sentia.schemas.FxRate;
import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingRegistry;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rates from a file onto a real broker. */
class LoadRatesIT {
    private static final Instant MORNING = Instant.parse("2026-02-02T08:00:00.123456Z");
    private static final long MORNING_MICROS = ChronoUnit.MICROS.between(Instant.EPOCH, MORNING);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 30);
    private static final String HEADER = "day,base,quote,rate\n";
    private static final String EURO = "2026-01-30,EUR,GBP,0.8551\n";
    private static final String DOLLAR = "2026-01-30,USD,GBP,0.7281\n";

    private final TestingKafka kafka = TestingKafka.start();
    private final TestingRegistry registry = TestingRegistry.start();
    private final TopicRecords topic = new TopicRecords(Topics.FX_RATE, kafka.bootstrap(), registry.uri());

    @BeforeEach
    void prepare() {
        try (Admin admin = kafka.admin()) {
            new TopicPreparation(
                            admin, new CachedSchemaRegistryClient(registry.uri().toString(), 100))
                    .prepare(List.of(Topics.FX_RATE));
        }
    }

    @AfterEach
    void stop() {
        registry.close();
        kafka.close();
    }

    @Test
    void writesWhatIsNotKnownAndNothingTwice() throws Exception {
        assertThat(load(MORNING, HEADER + EURO + DOLLAR)).isEqualTo(new Loaded(2, 0));
        assertThat(load(MORNING.plusSeconds(1), HEADER + EURO + DOLLAR)).isEqualTo(new Loaded(0, 2));
        assertThat(load(MORNING.plusSeconds(2), "Date,USD,GBP,\n2026-01-30,1.1,0.8551,\n"))
                .as("the euro is the same by the bank")
                .isEqualTo(new Loaded(1, 1));

        List<TopicRecords.Keyed> records = records();
        assertThat(records)
                .extracting(TopicRecords.Keyed::key)
                .containsExactlyInAnyOrder(
                        "fx-load/EUR/GBP/2026-01-30", "fx-load/USD/GBP/2026-01-30", "fx-load/USD/GBP/2026-01-30");
        assertThat(records)
                .extracting(TopicRecords.Keyed::value)
                .contains(FxRate.newBuilder()
                        .setSource("file")
                        .setUnit("fx-load")
                        .setRateId("EUR/GBP/2026-01-30")
                        .setVersion(new Version(MORNING_MICROS, 2, MORNING_MICROS))
                        .setOp(Op.UPSERT)
                        .setBaseCurrency("EUR")
                        .setQuoteCurrency("GBP")
                        .setDay(FRIDAY)
                        .setRateNanos(855_100_000)
                        .setPublishedAt(MORNING)
                        .setUpdatedAt(MORNING)
                        .build());
    }

    @Test
    void aCorrectedRateIsAHigherVersionOfTheSame() throws Exception {
        load(MORNING, HEADER + EURO);
        assertThat(load(MORNING.plusSeconds(60), HEADER + "2026-01-30,EUR,GBP,0.8600\n"))
                .isEqualTo(new Loaded(1, 0));

        FxRate corrected = (FxRate) records().get(1).value();
        assertThat(corrected.getRateNanos()).isEqualTo(860_000_000);
        assertThat(corrected.getVersion().getUpdatedAtMicros()).isEqualTo(MORNING_MICROS + 60_000_000);
        assertThat(corrected.getPublishedAt()).isEqualTo(MORNING);
        assertThat(corrected.getUpdatedAt()).isEqualTo(MORNING.plusSeconds(60));
    }

    @Test
    void goesByWhoeverHadTheLastWord() throws Exception {
        load(MORNING, HEADER + EURO + DOLLAR);
        FxRate other = FxRate.newBuilder((FxRate) records().get(0).value())
                .setUnit("bank")
                .setRateId("EUR/GBP/2026-01-30")
                .setBaseCurrency("EUR")
                .setRateNanos(860_000_000)
                .setVersion(new Version(MORNING_MICROS + 1, 2, MORNING_MICROS + 1))
                .build();
        FxRate deleted = FxRate.newBuilder(other)
                .setRateId("USD/GBP/2026-01-30")
                .setBaseCurrency("USD")
                .setRateNanos(728_100_000)
                .setOp(Op.DELETE)
                .build();
        FxRate stale = FxRate.newBuilder(other)
                .setUnit("old")
                .setRateNanos(855_100_000)
                .setVersion(new Version(MORNING_MICROS - 1, 2, MORNING_MICROS))
                .build();
        topic.write(Stream.of(other, deleted, stale).map(rate -> new TopicRecords.Keyed(RateChanges.key(rate), rate)));

        assertThat(load(MORNING.plusSeconds(1), HEADER + EURO + DOLLAR)).isEqualTo(new Loaded(2, 0));
        assertThat(load(MORNING.plusSeconds(2), HEADER + EURO + DOLLAR)).isEqualTo(new Loaded(0, 2));
    }

    @Test
    void refusesWhatWouldNotCountAsTheClockIsBehind() throws Exception {
        load(MORNING, HEADER + EURO);

        assertThatThrownBy(() -> load(MORNING.minusSeconds(1), HEADER + DOLLAR + "2026-01-30,EUR,GBP,0.86\n"))
                .isInstanceOf(LauncherException.class)
                .hasMessage("nothing was written: what is known of EUR on 2026-01-30 was said by fx-load at " + MORNING
                        + ", and it is " + MORNING.minusSeconds(1)
                        + " by this machine's clock: set the clock, or wait");
        assertThat(records()).hasSize(1);
        assertThat(load(MORNING.minusSeconds(1), HEADER + EURO)).isEqualTo(new Loaded(0, 1));
    }

    @Test
    void loadsALongTable() throws Exception {
        StringBuilder table = new StringBuilder("Date,USD,JPY,CHF,SEK,NOK,DKK,PLN,CZK,GBP,\n");
        for (int day = 0; day < 2_500; day++) {
            table.append(FRIDAY.minusDays(day)).append(",1.1,160,0.95,11,11.5,7.46,4.3,25,0.85,\n");
        }

        assertThat(load(MORNING, table.toString())).isEqualTo(new Loaded(22_500, 0));
        assertThat(load(MORNING.plusSeconds(1), table.toString())).isEqualTo(new Loaded(0, 22_500));
        assertThat(records()).hasSize(22_500);
    }

    @Test
    void saysThatTheBrokerIsAway() {
        TopicRecords nowhere = new TopicRecords(Topics.FX_RATE, "127.0.0.1:1", URI.create("http://127.0.0.1:1"));

        assertThatThrownBy(() -> load(nowhere, MORNING, HEADER + EURO))
                .isInstanceOf(java.io.IOException.class)
                .hasMessageStartingWith("the topic fx.rate.v1 can't be read: ");
    }

    private Loaded load(Instant now, String text) throws Exception {
        return load(topic, now, text);
    }

    private static Loaded load(TopicRecords into, Instant now, String text) throws Exception {
        RateSheet sheet = new RateFile("rates.csv", "GBP").read(new BufferedReader(new StringReader(text)));
        WorkProgress progress = new WorkProgress(new Console(new PrintWriter(new StringWriter()), false));
        return new LoadRates(into, Clock.fixed(now, ZoneOffset.UTC), progress).load(sheet);
    }

    private List<TopicRecords.Keyed> records() throws Exception {
        List<TopicRecords.Keyed> records = new ArrayList<>();
        topic.read((key, record) -> records.add(new TopicRecords.Keyed(key, record)));
        return records;
    }
}
