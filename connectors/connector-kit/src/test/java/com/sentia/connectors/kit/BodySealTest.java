package com.sentia.connectors.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sentia.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BodySealTest {
    private static final byte[] BODY = "{\"email\":\"steve@example.com\"".getBytes(StandardCharsets.UTF_8);
    private static final Secret ONE = new Secret("0123456789abcdef0123456789abcdef");
    private static final Secret OTHER = new Secret("fedcba9876543210fedcba9876543210");

    private final BodySeal seal = new BodySeal("d1", ONE);

    @Test
    void opensWhatItSealed() {
        assertThat(seal.open(seal.seal(BODY))).isEqualTo(BODY);
        assertThat(seal.open(seal.seal(new byte[0]))).isEmpty();
    }

    @Test
    void sealsTheSameBodyToOtherBytesEachTime() {
        byte[] sealed = seal.seal(BODY);

        assertThat(sealed).isNotEqualTo(seal.seal(BODY));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("steve");
    }

    @Test
    void noticesEveryChangedByte() {
        byte[] sealed = seal.seal(BODY);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatIllegalArgumentException().as("byte %s", i).isThrownBy(() -> seal.open(changed));
        }
    }

    @Test
    void refusesWhatWasCutOff() {
        byte[] sealed = seal.seal(BODY);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatIllegalArgumentException().as("%s bytes", length).isThrownBy(() -> seal.open(cut));
        }
    }

    @Test
    void opensWithAFormerKeyAfterAChange() {
        BodySeal changed = new BodySeal("d2", OTHER).opening("d1", ONE);

        assertThat(changed.open(seal.seal(BODY))).isEqualTo(BODY);
        assertThat(changed.keyId()).isEqualTo("d2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seal.open(changed.seal(BODY)))
                .withMessageContaining("d2");
    }

    @Test
    void doesNotOpenWithAnotherKeyOfTheSameName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BodySeal("d1", OTHER).open(seal.seal(BODY)))
                .withMessageContaining("of the same name");
    }
}
