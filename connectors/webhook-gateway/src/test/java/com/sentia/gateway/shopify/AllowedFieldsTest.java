package com.sentia.gateway.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Golden pairs: a whole body, and what may go on of it. */
class AllowedFieldsTest {
    /** All that the samples tell of persons, and what leads to them. */
    private static final List<String> PERSONAL = List.of(
            "Anna",
            "ANNA",
            "anna",
            "Weber",
            "Steve",
            "Shipper",
            "John",
            "Smith",
            "Bob",
            "Biller",
            "Green",
            "@",
            "44 20",
            "555",
            "123-123",
            "Rose Lane",
            "Elm St",
            "O'Connor",
            "Shippington",
            "Ottawa",
            "Kentucky",
            "Yorkshire",
            "LS1",
            "40003",
            "K2H",
            "K2P",
            "53.79",
            "-1.54",
            "203.0.113",
            "Mozilla",
            "9f0a",
            "68778783",
            "bd5a8aa1",
            "123456abcd",
            "1Z2345",
            "tag1",
            "http",
            "ice cream",
            "engraving",
            "115310627314723954",
            "706405506930370084",
            "715243470612851");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Pseudonyms pseudonyms = new Pseudonyms("k1", new Secret("0123456789abcdef"));

    @ParameterizedTest
    @EnumSource(ShopifyEntity.class)
    void keepsExactlyWhatIsAllowed(ShopifyEntity entity) throws Exception {
        assertThat(JSON.readTree(copied(entity)))
                .isEqualTo(JSON.readTree(Samples.read(sample(entity) + ".expected.json")));
    }

    @ParameterizedTest
    @EnumSource(ShopifyEntity.class)
    void keepsNothingOfAPerson(ShopifyEntity entity) throws Exception {
        assertThat(copied(entity)).doesNotContain(PERSONAL);
    }

    private String copied(ShopifyEntity entity) throws Exception {
        byte[] body = Samples.read(sample(entity) + ".json");
        return StandardCharsets.UTF_8
                .decode(entity.allowed()
                        .copy(body, id -> pseudonyms.of("shopify", id))
                        .payload())
                .toString();
    }

    private static String sample(ShopifyEntity entity) {
        return entity.entity().replace('-', '_');
    }
}
