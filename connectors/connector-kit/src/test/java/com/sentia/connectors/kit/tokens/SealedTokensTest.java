package com.sentia.connectors.kit.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.connectors.kit.BodySeal;
import com.sentia.connectors.kit.SourceException;
import com.sentia.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SealedTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final StoredToken TOKEN = new StoredToken(
            7,
            "seed",
            new Secret("refresh-secret"),
            new Secret("access-secret"),
            NOW,
            NOW.plusSeconds(3600),
            new StoredToken.Asking("one", NOW));
    private static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");
    private static final Secret OTHER_KEY = new Secret("fedcba9876543210fedcba9876543210");

    private final SealedTokens sealing = new SealedTokens(new BodySeal("t1", KEY));

    @Test
    void opensWhatItSealed() throws Exception {
        StoredToken bare = new StoredToken(1, "seed", null, null, Instant.EPOCH, Instant.EPOCH, null);

        assertThat(sealing.open("a", sealing.seal("a", TOKEN))).isEqualTo(TOKEN);
        assertThat(sealing.open("a", sealing.seal("a", bare))).isEqualTo(bare);
    }

    @Test
    void showsNothingOfIt() {
        assertThat(new String(sealing.seal("a", TOKEN), StandardCharsets.ISO_8859_1))
                .doesNotContain("refresh-secret")
                .doesNotContain("access-secret")
                .doesNotContain("seed");
        assertThat(TOKEN.toString()).doesNotContain("-secret");
    }

    @Test
    void refusesATokenThatWasMovedToAnotherCredential() {
        byte[] sealed = sealing.seal("a", TOKEN);

        assertThatThrownBy(() -> sealing.open("b", sealed))
                .isInstanceOf(SourceException.StopUnit.class)
                .hasMessageContaining("of another credential");
    }

    @Test
    void opensWithTheFormerKeyWhatItSealed() throws Exception {
        byte[] sealed = sealing.seal("a", TOKEN);
        BodySeal next = new BodySeal("t2", OTHER_KEY);

        assertThat(new SealedTokens(next.opening("t1", KEY)).open("a", sealed)).isEqualTo(TOKEN);
        assertThatThrownBy(() -> new SealedTokens(next).open("a", sealed))
                .isInstanceOf(SourceException.StopUnit.class)
                .hasMessageContaining("token.store.former.key");
    }
}
