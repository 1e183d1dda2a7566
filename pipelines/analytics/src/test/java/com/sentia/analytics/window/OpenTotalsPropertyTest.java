package com.sentia.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.window.RandomHistory.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is remembered of open windows, and where a slice has its members, changes no row. A failure names its seed. */
class OpenTotalsPropertyTest {
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("com.sentia.analytics.window.WindowEnginePropertyTest#seeds")
    void showsOpenTheSameWhetherItRemembersOrNot(long seed) {
        long start = WindowEnginePropertyTest.STARTS.get(
                (int) Math.floorMod(seed, (long) WindowEnginePropertyTest.STARTS.size()));
        EngineDriver remembering =
                new EngineDriver(WindowEnginePropertyTest.CATALOGUE, WindowEnginePropertyTest.RETENTION);
        EngineDriver forgetful =
                new EngineDriver(WindowEnginePropertyTest.CATALOGUE, WindowEnginePropertyTest.RETENTION);
        forgetful.isForgetful = true;
        forgetful.mostMembersInside = Integer.MAX_VALUE;
        Random random = new Random(seed);
        RandomHistory history = new RandomHistory(seed, start, Batch.DAY);
        for (Event event : random.nextInt(4) == 0 ? history.events(12) : history.steady(50)) {
            boolean isRefreshing = random.nextInt(4) > 0;
            for (EngineDriver driver : List.of(remembering, forgetful)) {
                if (event.entity() == null) {
                    driver.advance(event.finalTo());
                } else {
                    driver.arrive(event.entity(), WindowEnginePropertyTest.version(event));
                }
                if (isRefreshing) {
                    driver.refresh();
                }
            }
            if (isRefreshing && random.nextInt(4) == 0) {
                assertThat(rows(remembering)).as("seed %d", seed).isEqualTo(rows(forgetful));
            }
        }
        assertThat(rows(remembering)).as("seed %d", seed).isEqualTo(rows(forgetful));
    }

    private static Map<EngineDriver.Place, KpiRow> rows(EngineDriver driver) {
        Map<EngineDriver.Place, KpiRow> rows = new HashMap<>();
        driver.eachRow(rows::put);
        return rows;
    }
}
