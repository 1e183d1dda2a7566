package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.BodySeal;
import com.sentia.connectors.kit.Cursor;
import com.sentia.settings.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SealedPositionsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Cursor READING = new Cursor(NOON, "7", "token-of-7", new Cursor.Window(NOON, 3), NOON);

    private final SealedPositions positions =
            new SealedPositions(new BodySeal("position", new Secret("0123456789abcdef")));

    @Test
    void givesBackTheTokenAndForgetsTheId() {
        Cursor kept = positions.sealed(READING);

        assertThat(kept.toString()).doesNotContain("token-of-7", "id=7");
        assertThat(positions.opened(kept)).isEqualTo(new Cursor(NOON, "", "token-of-7", READING.window(), NOON));
        assertThat(positions.opened(positions.sealed(READING.again())).pageToken())
                .isNull();
    }

    @Test
    void readsTheWindowAnewWhereTheKeyIsAnother() {
        SealedPositions other = new SealedPositions(new BodySeal("position", new Secret("fedcba9876543210")));

        assertThat(other.opened(positions.sealed(READING)))
                .isEqualTo(new Cursor(NOON, "", null, new Cursor.Window(NOON, 0), NOON));
    }
}
