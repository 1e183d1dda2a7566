package com.sentia.gateway.allowed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {
    private final AllowList list = AllowList.beside(AllowListTest.class, "things.allowed.json");

    @Test
    void dropsWhatIsNotListedHoweverDeep() throws Exception {
        assertThat(
                        copied(
                                "{\"id\":1,\"note\":\"n\",\"deep\":{\"id\":[{\"id\":2}]},\"place\":{\"street\":\"s\",\"country\":\"GB\"}}"))
                .isEqualTo("{\"id\":1,\"place\":{\"country\":\"GB\"},\"ownerKey\":null}");
    }

    @Test
    void keepsEveryDigit() throws Exception {
        assertThat(copied("{\"id\":9007199254740993,\"rate\":0.10}"))
                .isEqualTo("{\"id\":9007199254740993,\"rate\":0.10,\"ownerKey\":null}");
        assertThat(copied("{\"id\":18446744073709551617,\"rate\":-1.0E+2}"))
                .isEqualTo("{\"id\":18446744073709551617,\"rate\":-1.0E+2,\"ownerKey\":null}");
    }

    @Test
    void keepsTextsFlagsAndNulls() throws Exception {
        assertThat(copied("{\"id\":\"é \\\"\",\"rate\":true,\"place\":null,\"parts\":null}"))
                .isEqualTo("{\"id\":\"é \\\"\",\"rate\":true,\"place\":null,\"parts\":null,\"ownerKey\":null}");
    }

    @Test
    void dropsValuesOfAnotherKindThanListed() throws Exception {
        assertThat(copied("{\"id\":{\"id\":1},\"rate\":[1],\"place\":[{\"country\":\"GB\"}],\"parts\":{\"id\":1}}"))
                .isEqualTo("{\"ownerKey\":null}");
        assertThat(copied("{\"place\":\"7 Rose Lane\",\"parts\":[1,[{\"id\":1}],{\"id\":2,\"maker\":\"Anna\"}]}"))
                .isEqualTo("{\"parts\":[{\"id\":2}],\"ownerKey\":null}");
    }

    @Test
    void replacesAPersonByAPseudonym() throws Exception {
        assertThat(copied("{\"owner\":{\"name\":\"Anna\",\"x\":{\"id\":5},\"id\":7}}"))
                .isEqualTo("{\"ownerKey\":\"person 7\"}");
        assertThat(copied("{\"owner\":7}")).isEqualTo("{\"ownerKey\":\"person 7\"}");
        assertThat(copied("{\"owner\":{\"name\":\"Anna\"}}")).isEqualTo("{\"ownerKey\":null}");
        assertThat(copied("{\"owner\":null}")).isEqualTo("{\"ownerKey\":null}");
    }

    @Test
    void notesTheOutermostScalars() throws Exception {
        Copied copied =
                copy("{\"note\":\"n\",\"id\":9007199254740993,\"gone\":null,\"parts\":[{},{}],\"others\":[[1,2],3,4]}");

        assertThat(copied.scalars()).containsOnly(entry("note", "n"), entry("id", "9007199254740993"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "[{\"id\":1}]",
                "{\"id\":1",
                "{\"parts\":[{\"id\":1}",
                "{\"id\":1}{\"id\":2}",
                "{\"id\":1,\"id\":2}",
                "{\"id\":secret}",
                "{\"id\":NaN}",
                "{\"parts\":[{\"id\":01}]}",
            })
    void refusesWhatIsNotOneObjectAndQuotesNothing(String body) {
        assertThatThrownBy(() -> copy(body))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] body = {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'};

        assertThatThrownBy(() -> list.copy(body, id -> id)).isInstanceOf(UnreadableBodyException.class);
    }

    private String copied(String body) throws UnreadableBodyException {
        return StandardCharsets.UTF_8.decode(copy(body).payload()).toString();
    }

    private Copied copy(String body) throws UnreadableBodyException {
        return list.copy(body.getBytes(StandardCharsets.UTF_8), id -> "person " + id);
    }
}
