package com.sentia.queryapi.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.queryapi.http.Problem;
import com.sentia.queryapi.http.ProblemException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseProblemsTest {
    @ParameterizedTest
    @CsvSource({
        "42P01, database-not-ready",
        "3D000, database-not-ready",
        "57014, query-timeout",
        "57P01, database-unavailable",
        "57P03, database-unavailable",
        "28P01, database-unavailable",
        "53300, database-unavailable",
        "08006, database-unavailable"
    })
    void answersWithAPassingProblem(String state, String code) {
        assertThat(DatabaseProblems.ofState(state)).isNotNull().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.isPassing()).isTrue();
        });
    }

    @Test
    void takesASyntaxErrorAsAFaultOfOurs() {
        assertThat(DatabaseProblems.ofState("42601")).isNull();
    }

    @Test
    void takesARefusedConnectionAsADatabaseAway() {
        assertThat(DatabaseProblems.of(new ConnectException("refused")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).extracting(Problem::code).isEqualTo("database-unavailable"));
    }
}
