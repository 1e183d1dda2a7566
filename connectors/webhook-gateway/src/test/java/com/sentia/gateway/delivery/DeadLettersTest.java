package com.sentia.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.BodySeal;
import com.sentia.gateway.SetClock;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Reading;
import com.sentia.schemas.RejectedRecord;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final byte[] BODY = "{\"email\":\"anna@weber.example\"".getBytes(StandardCharsets.UTF_8);

    private final BodySeal seal = new BodySeal("d1", new Secret("0123456789abcdef0123456789abcdef"));

    @Test
    void keepsTheBodySealedAndTheAllowedHeaders() {
        Claim claim = new Claim(
                "shop",
                "orders/updated",
                ByteBuffer.allocate(32),
                List.of(),
                "2026-10",
                null,
                Map.of("X-Shopify-Topic", "orders/updated"));
        Reading.Unreadable reading = new Reading.Unreadable(
                Topics.RAW_SHOPIFY_ORDER, "7", "unparsable-webhook", "no JSON any more at byte 29");

        RejectedRecord letter = new DeadLetters(seal).of(claim, reading, BODY, SetClock.MIDDAY);

        assertThat(letter.getStage()).isEqualTo("webhook-gateway");
        assertThat(letter.getReason()).isEqualTo("unparsable-webhook");
        assertThat(letter.getTopic()).isEqualTo("raw.shopify.order");
        assertThat(letter.getRejectedAt()).isEqualTo(SetClock.MIDDAY);
        assertThat(text(letter.getKey())).isEqualTo("shop/7");
        assertThat(letter.getHeaders()).containsOnlyKeys("X-Shopify-Topic", "sealed-with");
        assertThat(letter.getHeaders())
                .containsEntry("sealed-with", ByteBuffer.wrap("d1".getBytes(StandardCharsets.UTF_8)));
        byte[] sealed = new byte[letter.getValue().remaining()];
        letter.getValue().duplicate().get(sealed);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("anna");
        assertThat(seal.open(sealed)).isEqualTo(BODY);
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
