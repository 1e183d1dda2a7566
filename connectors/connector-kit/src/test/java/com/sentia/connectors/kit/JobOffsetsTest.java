package com.sentia.connectors.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobOffsetsTest {
    private static final Instant MIDDAY = Instant.parse("2026-01-01T12:00:00Z");
    private static final JobCursor SPAN = JobCursor.of(MIDDAY.minusSeconds(60), MIDDAY, MIDDAY.plusSeconds(60));

    @Test
    void givesBackAJobInTheMiddleOfItsFile() {
        givesBack(SPAN.behind("9007199254740993", 12)
                .with(new JobCursor.Job("gid://vendor/Job/7", MIDDAY, 5_000_000_000L, 41, 12, "9007199254740999")));
    }

    @Test
    void givesBackASpanOfWhichNothingWasAskedFor() {
        givesBack(SPAN.failed());
        givesBack(SPAN.next());
    }

    @Test
    void namesTheKeyThatIsMissing() {
        Map<String, Object> offset = new HashMap<>(Offsets.write(cursor(SPAN)));
        offset.remove("job_to");

        assertThatThrownBy(() -> Offsets.read(offset)).hasMessageContaining("job_to");
    }

    private static void givesBack(JobCursor job) {
        assertThat(Offsets.read(Offsets.write(cursor(job)))).isEqualTo(cursor(job));
    }

    private static Cursor cursor(JobCursor job) {
        return Cursor.atStart(MIDDAY).reading(job);
    }
}
