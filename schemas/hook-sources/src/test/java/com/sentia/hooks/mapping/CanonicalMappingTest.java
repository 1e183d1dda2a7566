package com.sentia.hooks.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sentia.hooks.yaml.Complaints;
import com.sentia.hooks.yaml.YamlValue;
import com.sentia.schemas.FxRate;
import com.sentia.schemas.InventoryLevel;
import com.sentia.schemas.Op;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class CanonicalMappingTest {
    private static final Version VERSION = new Version(1_772_366_400_000_000L, 1, 5L);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String LEVEL = """
            warehouse: {at: /place, as: upper}
            sku: /article
            measuredAt: {at: /seconds, as: epoch-seconds}
            onHand: /stock
            available: /stock
            unitCostMicros: {at: /cost, as: micros}
            currency: {constant: EUR}
            isStocked: {at: /kept, lookup: {"yes": "true", "no": "false"}}
            """;
    private static final String LEVEL_TAKES =
            "{place: true, article: true, seconds: true, stock: true, cost: true, kept: true}";

    @Test
    void makesTheIdThatTheContractComposes() throws Exception {
        InventoryLevel level = (InventoryLevel) made(Topics.INVENTORY_LEVEL, LEVEL, LEVEL_TAKES, """
                {"place": "north", "article": " mug-350 ", "seconds": 1772366400, "stock": 12, "cost": 1.25, "kept": "no"}
                """);

        assertThat(level.getLevelId()).isEqualTo("NORTH/MUG-350/1772366400000000");
        assertThat(CanonicalMapping.key(level)).isEqualTo("plant-2/NORTH/MUG-350/1772366400000000");
        assertThat(level.getUnitCostMicros()).isEqualTo(1_250_000L);
        assertThat(level.getIsStocked()).isFalse();
        assertThat(level.getCommitted()).isZero();
        assertThat(level.getCategory()).isNull();
        assertThat(level.getUpdatedAt()).isEqualTo(Instant.ofEpochSecond(1_772_366_400));
        assertThat(level.getOp()).isEqualTo(Op.UPSERT);
        assertThat(level.getVersion()).isEqualTo(VERSION);
    }

    @Test
    void leavesOutWhatTheContractCanDoWithout() throws Exception {
        InventoryLevel level = (InventoryLevel) made(Topics.INVENTORY_LEVEL, LEVEL, LEVEL_TAKES, """
                {"place": "north", "article": "A", "seconds": 1772366400, "stock": 12, "cost": null}
                """);

        assertThat(level.getUnitCostMicros()).isNull();
        assertThat(level.getIsStocked()).isTrue();
    }

    @Test
    void saysWhereAndByWhichRuleAValueIsRefused() {
        assertThatThrownBy(() -> made(Topics.INVENTORY_LEVEL, LEVEL, LEVEL_TAKES, """
                {"place": "north", "article": "A", "seconds": 1772366400, "stock": 12, "cost": "1.2500001"}
                """))
                .isInstanceOf(UnfitValueException.class)
                .hasMessage("/cost: must be a decimal with at most 12 digits and 6 places");
        assertThatThrownBy(() -> made(Topics.INVENTORY_LEVEL, LEVEL, LEVEL_TAKES, """
                {"place": "north", "article": "A", "seconds": 1772366400, "stock": 12.5}
                """))
                .hasMessage("/stock: must be a whole number");
        assertThatThrownBy(() -> made(Topics.INVENTORY_LEVEL, LEVEL, LEVEL_TAKES, """
                {"place": "north", "article": "A", "seconds": 1772366400000, "stock": 12}
                """))
                .hasMessage("/seconds: must be a time from 1970 to 9999");
        assertThatThrownBy(() -> made(Topics.INVENTORY_LEVEL, LEVEL, LEVEL_TAKES, """
                {"place": "north", "article": "A", "seconds": 1772366400, "stock": 12, "kept": "perhaps"}
                """))
                .hasMessage("/kept: must be one of those the lookup knows");
    }

    @Test
    void readsDaysAndBillionths() throws Exception {
        FxRate rate = (FxRate) made(
                Topics.FX_RATE,
                """
                baseCurrency: /from
                quoteCurrency: {constant: GBP}
                day: /day
                rateNanos: {at: /rate, as: nanos}
                publishedAt: {at: /day, as: instant}
                """.replace("/day, as: instant", "/at, as: instant"),
                "{from: true, day: true, rate: true, at: true}",
                """
                {"from": "EUR", "day": "2026-03-01", "rate": "0.861234567", "at": "2026-03-01T16:00:00+01:00"}
                """);

        assertThat(rate.getRateId()).isEqualTo("EUR/GBP/2026-03-01");
        assertThat(rate.getDay()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(rate.getRateNanos()).isEqualTo(861_234_567L);
        assertThat(rate.getPublishedAt()).isEqualTo("2026-03-01T15:00:00Z");
    }

    @Test
    void mapsListsAndPseudonymsByTheirNewNames() throws Exception {
        SalesOrder order = (SalesOrder) made(
                Topics.SALES_ORDER,
                """
                orderId: /id
                status: {constant: PLACED}
                placedAt: {at: /at, as: epoch-millis}
                region: {constant: UK}
                channel: {constant: trade}
                currency: /money
                customerKey: /buyer/customerKey
                lines:
                  each: /goods
                  fields: {lineId: /no, sku: /code, quantity: /count, unitPriceMicros: {at: /price, as: micros}}
                discounts: {each: /none, fields: {discountId: /id, amountMicros: /amount}}
                shipping: {each: /none, fields: {shippingId: /id, amountMicros: /amount}}
                """,
                "{id: true, at: true, money: true, buyer: {account: customerKey}, none: [{id: true, amount: true}],"
                        + " goods: [{no: true, code: true, count: true, price: true}]}",
                """
                {"id": 9007199254740993, "at": 1772366400000, "money": "GBP", "buyer": {"customerKey": "k1:00"}, "none": [],
                 "goods": [{"no": 1, "code": "a", "count": 2, "price": "2.55"}, {"no": 2, "code": "b", "count": 1, "price": 3}]}
                """);

        assertThat(order.getOrderId()).isEqualTo("9007199254740993");
        assertThat(order.getCustomerKey()).isEqualTo("k1:00");
        assertThat(order.getLines()).hasSize(2);
        assertThat(order.getLines().get(1).getUnitPriceMicros()).isEqualTo(3_000_000);
        assertThat(order.getTaxMicros()).isZero();
    }

    @Test
    void tellsTheFirstThingThatIsMissing() throws Exception {
        CanonicalMapping mapping = mapping(Topics.INVENTORY_LEVEL, LEVEL, LEVEL_TAKES);

        assertThat(mapping.missing(json("{\"place\": \"a\", \"article\": \"b\", \"seconds\": 1, \"stock\": 2}")))
                .isEmpty();
        assertThat(mapping.missing(json("{\"place\": \"a\", \"article\": null, \"seconds\": 1, \"stock\": 2}")))
                .hasValue("/article");
    }

    private static SpecificRecord made(Topic topic, String fields, String takes, String payload) throws Exception {
        return mapping(topic, fields, takes).make("erp", "plant-2", VERSION, json(payload));
    }

    private static CanonicalMapping mapping(Topic topic, String fields, String takes) {
        Complaints complaints = new Complaints("test.yaml");
        Taking taking = Taking.read(YamlValue.parse(takes, complaints).orElseThrow());
        CanonicalMapping mapping =
                CanonicalMapping.read(topic, YamlValue.parse(fields, complaints).orElseThrow(), taking);
        assertThat(complaints.all()).isEmpty();
        return mapping;
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text);
    }
}
