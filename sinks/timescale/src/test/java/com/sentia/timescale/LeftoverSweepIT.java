package com.sentia.timescale;

import static com.sentia.timescale.Changes.NOON;
import static com.sentia.timescale.Changes.ONE_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeftoverSweepIT {
    private static final long LATER = NOON + ONE_MINUTE;
    private static final long LAST = NOON + 2 * ONE_MINUTE;

    private TestingTables tables;

    @BeforeEach
    void start() throws SQLException {
        tables = TestingTables.empty();
    }

    @Test
    void sweepsWhatALostRunWroteAndThisOneDidNotAsItPassesTheEnds() throws Exception {
        try (TestingWriter lost = TestingWriter.start(tables)) {
            lost.write(Changes.at(NOON), Changes.at(LATER), Changes.at(LAST));
            lost.finalTo(LATER);
        }
        try (TestingWriter writer = TestingWriter.restore(tables, 0, 1, NOON)) {
            writer.finalTo(NOON);
            assertThat(ends()).containsExactly(0, 1, 2);

            writer.finalTo(LATER);
            assertThat(ends()).containsExactly(0, 2);

            writer.write(Changes.at(LAST));
            writer.finalTo(LAST);
            assertThat(ends()).containsExactly(0, 2);
        }
    }

    @Test
    void sweepsInTheFlushThatReportsSoThatNoReaderSeesFinalLeftovers() throws Exception {
        try (TestingWriter lost = TestingWriter.start(tables)) {
            lost.write(Changes.at(NOON).of("UK"), Changes.at(NOON).of("EU"));
        }
        try (TestingWriter writer = TestingWriter.start(tables)) {
            writer.write(Changes.at(NOON).of("EU").by(writer.generation(), 1).write(), writer.progress(NOON));
        }

        assertThat(tables.rows("select dimensions->>'region' from kpi_value join kpi_series using (series_id)"))
                .containsExactly("EU");
    }

    @Test
    void sweepsThoughTheReportFirstCameInABatchThatWasRefused() throws Exception {
        try (TestingWriter lost = TestingWriter.start(tables)) {
            lost.write(Changes.at(NOON));
        }
        try (TestingWriter writer = TestingWriter.start(tables)) {
            writer.write(
                    Changes.at(LATER).by(writer.generation(), 1).write(),
                    Changes.at(LAST)
                            .worth("1" + "0".repeat(40))
                            .by(writer.generation(), 1)
                            .write(),
                    writer.progress(LAST));
        }

        assertThat(ends()).containsExactly(1);
    }

    @Test
    void leavesWhatWasFinalInTheRestoredState() throws Exception {
        try (TestingWriter first = TestingWriter.start(tables)) {
            first.write(Changes.at(NOON), Changes.at(LATER));
        }
        try (TestingWriter writer = TestingWriter.restore(tables, 0, 1, LATER)) {
            writer.finalTo(LAST);
        }

        assertThat(ends()).containsExactly(0, 1);
    }

    @Test
    void waitsForTheSlowestSubtask() throws Exception {
        loseARunOfTwo();
        try (TestingWriter one = TestingWriter.restore(tables, 0, 2, null);
                TestingWriter two = TestingWriter.restore(tables, 1, 2, null)) {
            one.write(Changes.at(NOON).of("UK"));
            one.finalTo(LAST);
            two.write(Changes.at(LATER).of("EU"));
            two.finalTo(NOON);
            assertThat(ends()).containsExactly(0, 1, 2, 2);

            two.finalTo(LAST);
            assertThat(ends()).containsExactly(0, 1);
        }
    }

    @Test
    void sparesTheSeriesOfASubtaskThatHasNotRegisteredYet() throws Exception {
        loseARunOfTwo();
        try (TestingWriter one = TestingWriter.restore(tables, 0, 2, null)) {
            one.finalTo(LAST);

            assertThat(tables.rows("select distinct dimensions->>'region' from kpi_value"
                            + " join kpi_series using (series_id)"))
                    .containsExactly("EU");
            assertThat(ends()).containsExactly(1, 2);
        }
    }

    @Test
    void sweepsNothingWhileTheParallelismChanges() throws Exception {
        try (TestingWriter lost = TestingWriter.start(tables)) {
            lost.write(Changes.at(NOON).of("UK"), Changes.at(LATER).of("EU"));
            lost.finalTo(LATER);
        }
        try (TestingWriter one = TestingWriter.restore(tables, 0, 2, null)) {
            one.finalTo(LAST);
            assertThat(ends()).containsExactly(0, 1);

            try (TestingWriter two = TestingWriter.restore(tables, 1, 2, null)) {
                two.write(Changes.at(LATER).of("EU"));
                two.finalTo(LAST);
                assertThat(ends()).containsExactly(1);
            }
        }
    }

    @Test
    void leavesOtherJobsRows() throws Exception {
        tables.execute("insert into kpi_start (generation, job, subtask) values (0, 'other', 0);"
                + " insert into kpi_series (kpi, kpi_version, dimensions, time_window) values ('x', 1, '{}', 'day');"
                + " insert into kpi_value select series_id, '2026-03-01 12:00+00', 1, '{}', 1, 0, '{}', now(), 0, 1"
                + " from kpi_series");
        try (TestingWriter writer = TestingWriter.start(tables)) {
            writer.finalTo(LAST);
        }

        assertThat(ends()).containsExactly(0);
    }

    private void loseARunOfTwo() throws Exception {
        try (TestingWriter one = TestingWriter.restore(tables, 0, 2, null);
                TestingWriter two = TestingWriter.restore(tables, 1, 2, null)) {
            one.write(Changes.at(NOON).of("UK"), Changes.at(LAST).of("UK"));
            one.finalTo(LAST);
            two.write(Changes.at(LATER).of("EU"), Changes.at(LAST).of("EU"));
            two.finalTo(LAST);
        }
    }

    /** Minutes after noon of the rows left. */
    private List<Integer> ends() throws SQLException {
        return tables.rows("select extract(minute from window_end)::int from kpi_value order by 1").stream()
                .map(Integer::valueOf)
                .toList();
    }
}
