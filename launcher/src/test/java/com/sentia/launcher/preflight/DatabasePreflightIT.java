package com.sentia.launcher.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.database.Role;
import com.sentia.launcher.environment.OwnDatabase;
import com.sentia.launcher.preflight.Finding.Outcome;
import com.sentia.settings.Secret;
import com.sentia.testkit.TestingPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabasePreflightIT {
    private static final TestingPostgres POSTGRES = TestingPostgres.shared();

    private static List<Finding> look(String password) {
        OwnDatabase database =
                new OwnDatabase("127.0.0.1", POSTGRES.port(), "sentia_operations", Role.OPERATIONS_CAPTURE.user());
        return new DatabasePreflight(database, new Secret(password), "prefer").look();
    }

    @Test
    void saysThatItCannotSignIn() {
        assertThat(look("not_the_password")).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo("sign-in");
            assertThat(finding.outcome()).isEqualTo(Outcome.MISSING);
            assertThat(finding.advice()).contains("operations-capture-password");
            assertThat(finding.toString()).doesNotContain("not_the_password");
        });
    }

    @Test
    void saysThatTheServerWouldDoAndTheTablesAreNotThere() {
        List<Finding> findings = look(POSTGRES.password(Role.OPERATIONS_CAPTURE));

        assertThat(findings)
                .filteredOn(finding -> finding.outcome() == Outcome.MISSING)
                .extracting(Finding::check)
                .containsExactly("tables");
        assertThat(findings)
                .extracting(Finding::seen)
                .contains("wal_level is logical", "track_commit_timestamp is on", "may replicate");
    }
}
