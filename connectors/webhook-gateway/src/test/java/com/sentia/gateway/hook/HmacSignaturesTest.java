package com.sentia.gateway.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class HmacSignaturesTest {
    /** Test case 2 of RFC 4231. */
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);

    private static final byte[] SIGNATURE =
            HexFormat.of().parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    private static final Secret SECRET = new Secret("Jefe");
    private static final Secret NEXT = new Secret("Jill");

    @Test
    void fitsWhatTheSecretSigned() {
        HmacSignatures signatures = new HmacSignatures(List.of(SECRET));

        assertThat(signatures.fits(BODY, SIGNATURE)).isTrue();
        assertThat(signatures.hashes()).isEqualTo(1);
    }

    @Test
    void fitsWhatTheFormerSecretSigned() {
        HmacSignatures signatures = new HmacSignatures(List.of(NEXT, SECRET));

        assertThat(signatures.fits(BODY, SIGNATURE)).isTrue();
        assertThat(signatures.hashes()).isEqualTo(2);
    }

    @Test
    void fitsNothingElse() {
        HmacSignatures signatures = new HmacSignatures(List.of(SECRET));
        byte[] changed = SIGNATURE.clone();
        changed[31] ^= 1;

        assertThat(signatures.fits(BODY, changed)).isFalse();
        assertThat(signatures.fits(new byte[0], SIGNATURE)).isFalse();
        assertThat(signatures.fits(BODY, new byte[0])).isFalse();
        assertThat(new HmacSignatures(List.of(NEXT)).fits(BODY, SIGNATURE)).isFalse();
    }
}
