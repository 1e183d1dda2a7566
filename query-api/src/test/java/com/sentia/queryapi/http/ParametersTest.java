package com.sentia.queryapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final Set<String> KNOWN = Set.of("window", "limit");

    @Test
    void refusesAnUnknownParameterAndSaysWhichThereAre() {
        Problem problem = problemOf(() -> Parameters.of(Map.of(), List.of(Map.entry("windw", "1h/1m")), KNOWN));

        assertThat(problem.code()).isEqualTo("unknown-parameter");
        assertThat(problem.parameter()).isEqualTo("windw");
        assertThat(problem.allowed()).containsExactly("limit", "window");
    }

    @Test
    void refusesAParameterGivenTwice() {
        Problem problem = problemOf(
                () -> Parameters.of(Map.of(), List.of(Map.entry("limit", "1"), Map.entry("limit", "2")), KNOWN));

        assertThat(problem.code()).isEqualTo("repeated-parameter");
    }

    @Test
    void refusesControlCharacters() {
        Problem problem = problemOf(() -> Parameters.of(Map.of(), List.of(Map.entry("window", "a\u0000b")), KNOWN));

        assertThat(problem.code()).isEqualTo("invalid-parameter");
        assertThat(problem.value()).isEqualTo("a?b");
    }

    @Test
    void refusesControlCharactersInThePath() {
        Problem problem = problemOf(() -> Parameters.of(Map.of("kpi", "a\u0000"), List.of(), KNOWN));

        assertThat(problem.status()).isEqualTo(404);
    }

    @Test
    void namesParameterValueAndRuleOfAMalformedValue() {
        Problem problem = problemOf(() -> given("limit", "many").integer("limit", 1, 9, 5));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("invalid-parameter");
        assertThat(problem.parameter()).isEqualTo("limit");
        assertThat(problem.value()).isEqualTo("many");
        assertThat(problem.detail()).contains("from 1 to 9");
    }

    @Test
    void refusesANumberOutOfRange() {
        assertThat(problemOf(() -> given("limit", "10").integer("limit", 1, 9, 5))
                        .code())
                .isEqualTo("invalid-parameter");
    }

    @Test
    void saysWhatAMissingParameterMustBe() {
        Problem problem = problemOf(() -> given("limit", "1").required("window", text -> text, "size/step"));

        assertThat(problem.code()).isEqualTo("missing-parameter");
        assertThat(problem.detail()).contains("size/step");
    }

    @Test
    void takesTheDefaultOfWhatIsNotGiven() {
        assertThat(given("window", "1h/1m").integer("limit", 1, 9, 5)).isEqualTo(5);
    }

    @Test
    void cutsAnEndlessValueShort() {
        Problem problem = problemOf(() -> given("limit", "9".repeat(4_000)).integer("limit", 1, 9, 5));

        assertThat(problem.value()).hasSize(Problem.MOST_CHARACTERS);
    }

    private static Parameters given(String name, String value) {
        return Parameters.of(Map.of(), List.of(Map.entry(name, value)), KNOWN);
    }

    private static Problem problemOf(ThrowingCallable call) {
        Problem[] found = new Problem[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> found[0] = e.problem());
        return found[0];
    }
}
