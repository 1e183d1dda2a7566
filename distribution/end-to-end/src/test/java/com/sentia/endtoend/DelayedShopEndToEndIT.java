package com.sentia.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole stack on a small file, started as a user starts it, with one shop an hour behind the others. */
class DelayedShopEndToEndIT {
    private static final int COULD_NOT_RUN = 2;
    private static final long SEED = 20110324;

    @TempDir
    private Path folder;

    @Test
    void countsNothingLateAndNothingWrongWhenAShopIsAnHourBehind() throws Exception {
        Path report = folder.resolve("report.json");
        Path data = SmallRetailFile.write(folder.resolve("retail.csv"), SEED);

        Sentia.Result check = new Sentia(Sentia.distribution(), folder)
                .run("demo", "--check", "--data", data.toString(), "--delay", "eu=1h", "--report", report.toString());

        assertThat(check.exit()).as("seed %d%n%s", SEED, check.text()).isNotEqualTo(COULD_NOT_RUN);
        JsonNode found = new ObjectMapper().readTree(report.toFile());
        // Not all goals: those of time and memory say more about the machine than about the stack.
        assertThat(found.path("passed").asBoolean())
                .as("%s", found.toPrettyString())
                .isTrue();
        assertThat(found.path("late_records").asLong(-1)).isZero();
        assertThat(found.path("differences").path("wrong").asLong(-1)).isZero();
        assertThat(found.path("differences").path("missing").asLong(-1)).isZero();
        assertThat(found.path("differences").path("extra").asLong(-1)).isZero();
        assertThat(found.path("values_compared").asLong())
                .isEqualTo(found.path("values_expected").asLong())
                .isGreaterThan(10_000);
    }
}
