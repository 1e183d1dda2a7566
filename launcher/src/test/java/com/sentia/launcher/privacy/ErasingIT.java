package com.sentia.launcher.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.database.Role;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.status.WorkProgress;
import com.sentia.launcher.topics.TopicRecords;
import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.PrivacyErasure;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.SourceProgress;
import com.sentia.schemas.Version;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.TopicPreparation;
import com.sentia.schemas.topics.Topics;
import com.sentia.testkit.TestingKafka;
import com.sentia.testkit.TestingPostgres;
import com.sentia.testkit.TestingRegistry;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person in raw topics, dead letters and a table, on a real broker and database, before and after. */
class ErasingIT {
    private static final String UNIT = "sentia-uk.myshopify.com";
    private static final String GONE = "k1:00112233445566778899aabbccddeeff";
    private static final String STAYS = "k1:ffeeddccbbaa99887766554433221100";
    private static final Subject SUBJECT = new Subject("shopify", UNIT, GONE);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final TestingKafka kafka = TestingKafka.start();
    private final TestingRegistry registry = TestingRegistry.start();
    private final RecordCodec codec = RecordCodec.connectedTo(registry.uri());
    private final TestingPostgres postgres = TestingPostgres.shared();

    @BeforeEach
    void prepare() throws Exception {
        try (Admin admin = kafka.admin()) {
            new TopicPreparation(
                            admin, new CachedSchemaRegistryClient(registry.uri().toString(), 100))
                    .prepare(Topics.ALL);
        }
        postgres.reset();
        try (Connection owner = postgres.connect(Role.SENTIA_OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("create table dead_letter (id int, detail text, key bytea, value bytea)");
            statement.execute("grant select, update on dead_letter to public");
        }
    }

    @AfterEach
    void stop() {
        registry.close();
        kafka.close();
    }

    @Test
    void takesAPersonOutOfAllThatNobodyWritesAgain() throws Exception {
        write(
                Topics.RAW_SHOPIFY_ORDER,
                order("1", GONE),
                order("2", STAYS),
                new SourceProgress("shopify", UNIT, "order", Instant.EPOCH, Instant.EPOCH),
                order("1", GONE),
                order("3", STAYS));
        write(Topics.SALES_ORDER_REJECTED, letter(order("4", GONE)), letter(order("5", STAYS)));
        plantDeadLetter();
        try (Connection writer = postgres.connect(Role.SENTIA_WRITER)) {
            Erasing erasing = erasing(writer);
            WorkProgress progress = progress();
            assertThat(erasing.find(SUBJECT, progress))
                    .containsExactlyInAnyOrder(
                            new Place("topic raw.shopify.order", 2, 0),
                            new Place("topic sales.order.v1.rejected", 1, 0),
                            new Place("table dead_letter", 1, 0));

            List<String> told = new ArrayList<>();
            List<Place> left = erasing.erase(SUBJECT, Duration.ofSeconds(20), told::add, progress);

            assertThat(left).isEmpty();
            assertThat(told)
                    .anySatisfy(line -> assertThat(line).contains("raw.shopify.order: 2 records had the person"));
        }
        List<RawRecord> orders = read(Topics.RAW_SHOPIFY_ORDER, RawRecord.class);
        assertThat(orders).extracting(RawRecord::getId).contains("1", "2", "3");
        assertThat(orders.toString()).doesNotContain(GONE).contains(STAYS);
        assertThat(orders.stream().filter(order -> order.getId().equals("1")))
                .isNotEmpty()
                .allSatisfy(order ->
                        assertThat(text(order.getPayload())).isEqualTo("{\"total\":\"12.30\",\"customerKey\":null}"));
        assertThat(read(Topics.SALES_ORDER_REJECTED, RejectedRecord.class))
                .hasSize(2)
                .filteredOn(letter -> letter.getValue() == null)
                .singleElement()
                .satisfies(letter -> assertThat(letter.getReason()).isEqualTo("unmappable-payload"));
        assertThat(read(Topics.PRIVACY_ERASURE, PrivacyErasure.class))
                .singleElement()
                .satisfies(erasure -> assertThat(erasure.getSubject()).isEqualTo(GONE));
    }

    private Erasing erasing(Connection connection) {
        return new Erasing(
                new TopicSearch(kafka.bootstrap()),
                new TableSearch(connection),
                new RawRewrite(kafka.bootstrap(), codec),
                records(Topics.PRIVACY_ERASURE),
                CLOCK);
    }

    private void plantDeadLetter() throws Exception {
        try (Connection owner = postgres.connect(Role.SENTIA_OWNER);
                PreparedStatement row = owner.prepareStatement(
                        "insert into dead_letter values (1, 'odd', null, ?), (2, 'odd', null, ?)")) {
            row.setBytes(1, GONE.getBytes(StandardCharsets.UTF_8));
            row.setBytes(2, STAYS.getBytes(StandardCharsets.UTF_8));
            row.execute();
        }
    }

    private void write(Topic topic, SpecificRecord... values) throws Exception {
        records(topic).write(Stream.of(values).map(value -> new TopicRecords.Keyed(UNIT + "/k", value)));
    }

    private <T> List<T> read(Topic topic, Class<T> kind) throws Exception {
        List<T> found = new ArrayList<>();
        records(topic).read((key, value) -> {
            if (kind.isInstance(value)) {
                found.add(kind.cast(value));
            }
        });
        return found;
    }

    private TopicRecords records(Topic topic) {
        return new TopicRecords(topic, kafka.bootstrap(), registry.uri());
    }

    private static WorkProgress progress() {
        return new WorkProgress(new Console(new PrintWriter(new StringWriter()), false));
    }

    private RejectedRecord letter(RawRecord raw) {
        return RejectedRecord.newBuilder()
                .setStage("normalizer")
                .setReason("unmappable-payload")
                .setDetail("")
                .setTopic(Topics.RAW_SHOPIFY_ORDER.name())
                .setPartition(0)
                .setOffset(0L)
                .setValue(ByteBuffer.wrap(codec.encode(Topics.RAW_SHOPIFY_ORDER.name(), raw)))
                .setHeaders(Map.of())
                .setRejectedAt(Instant.EPOCH)
                .build();
    }

    private static RawRecord order(String id, String customer) {
        String payload = "{\"total\":\"12.30\",\"customerKey\":\"" + customer + "\"}";
        return RawRecord.newBuilder()
                .setVendor("shopify")
                .setUnit(UNIT)
                .setEntity("order")
                .setId(id)
                .setVersion(new Version(1L, 2, 3L))
                .setOp(Op.UPSERT)
                .setFeed(Feed.POLL)
                .setApiVersion("2026-10")
                .setFetchedAt(Instant.EPOCH)
                .setPayload(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
