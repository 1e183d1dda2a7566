package com.sentia.simulators.factory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A machine on one day: read at the end of each hour, worn a little more each day until its service. */
final class Machine {
    private static final String TABLE = "machine_reading";
    private static final String KEY = "reading_id";
    private static final int DAYS_BETWEEN_SERVICES = 30;
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
    private static final LocalTime AFTERTHOUGHTS = LocalTime.of(8, 15);
    private static final long TOO_HIGH = 10;

    private final LocalDate day;
    private final Line line;
    private final String code;
    private final List<Hour> hours;

    /** What it did in an hour. */
    private record Hour(int end, State state, long cycle, boolean isMisread, boolean isDoubled, Worker worker) {
        Hour troubled(Instant readAt, List<FactoryTroubles.Wear> wears) {
            for (FactoryTroubles.Wear wear : wears) {
                if (readAt.isAfter(wear.failsAt()) && !readAt.isAfter(wear.until())) {
                    // Of a machine that stands nothing is misread.
                    return new Hour(end, State.DOWN, cycle, false, isDoubled, worker);
                }
                if (readAt.isAfter(wear.from()) && !readAt.isAfter(wear.failsAt())) {
                    // Half as long again at the end.
                    long slower = cycle + cycle * wear.progress(readAt) / FactoryTroubles.MILLION / 2;
                    return new Hour(end, state, slower, isMisread, isDoubled, worker);
                }
            }
            return this;
        }
    }

    private enum State {
        RUNNING,
        DOWN,
        PLANNED_STOP
    }

    Machine(FactoryPlan plan, LocalDate day, Line line, String code) {
        this.day = day;
        this.line = line;
        this.code = code;
        long worn = Math.floorMod(day.toEpochDay() + code.hashCode(), DAYS_BETWEEN_SERVICES);
        Chance chance = plan.chance(day, code);
        long failsAt = chance.happens(60 + 6 * worn) ? chance.between(Shift.FIRST_HOUR + 1, Shift.LAST_HOUR) : 0;
        long backAt = failsAt + chance.between(1, 3);
        long cycle = line.idealCycles().get(0);
        this.hours = IntStream.rangeClosed(Shift.FIRST_HOUR + 1, Shift.LAST_HOUR)
                .mapToObj(end -> {
                    boolean isServiced = worn == 0 && end == Shift.FIRST_HOUR + 1;
                    boolean isDown = end >= failsAt && end < backAt;
                    return new Hour(
                            end,
                            isServiced ? State.PLANNED_STOP : isDown ? State.DOWN : State.RUNNING,
                            cycle + chance.share(cycle, 10_000, 120_000 + 4_000 * worn),
                            chance.happens(15),
                            chance.happens(12),
                            Worker.of(chance));
                })
                .map(hour -> hour.troubled(readAt(hour), wears(plan)))
                .filter(hour -> !plan.troubles().isSilent(code, readAt(hour)))
                .toList();
    }

    /** What is written down on the day itself; a misread one is put right half an hour later. */
    List<RowChange> readings() {
        List<RowChange> readings = new ArrayList<>();
        for (Hour hour : hours) {
            Instant readAt = readAt(hour);
            readings.add(reading(readAt.plusSeconds(2), hour, id(hour), hour.isMisread() ? TOO_HIGH : 1));
            if (hour.isMisread()) {
                readings.add(reading(readAt.plus(Duration.ofMinutes(30)), hour, id(hour), 1));
            }
            if (hour.isDoubled()) {
                readings.add(reading(readAt.plusSeconds(3), hour, doubled(hour), 1));
            }
        }
        return readings;
    }

    /** The next morning, readings that came twice are taken out. */
    List<RowChange> afterthoughts() {
        Instant at = Shift.at(day.plusDays(1), AFTERTHOUGHTS);
        return hours.stream()
                .filter(Hour::isDoubled)
                .map(hour -> RowChange.deleted(at.plusSeconds(hour.end()), TABLE, KEY, doubled(hour)))
                .toList();
    }

    private List<FactoryTroubles.Wear> wears(FactoryPlan plan) {
        return plan.troubles().wears().stream()
                .filter(wear -> wear.machine().equals(code))
                .toList();
    }

    private Instant readAt(Hour hour) {
        return Shift.at(day, LocalTime.of(hour.end(), 0));
    }

    private String id(Hour hour) {
        return code + "-" + day + "T" + hour.end();
    }

    private String doubled(Hour hour) {
        return id(hour) + "-again";
    }

    private RowChange reading(Instant at, Hour hour, String id, long factor) {
        boolean isRunning = hour.state() == State.RUNNING;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(KEY, id);
        row.put("machine", code);
        row.put("line", line.code());
        row.put("run_id", null);
        row.put("read_at", readAt(hour));
        row.put("covered_millis", HOUR_MILLIS);
        row.put("state", hour.state().name());
        row.put("failure_id", hour.state() == State.DOWN ? "F-" + code + "-" + day : null);
        row.put("units", isRunning ? factor * (HOUR_MILLIS / hour.cycle()) : 0);
        row.put("cycle_millis", isRunning ? hour.cycle() : null);
        row.put("measurements", measurements(hour));
        row.put("operator_badge", hour.worker().badge());
        row.put("notes", "read by " + hour.worker().name());
        return RowChange.written(at, TABLE, KEY, row);
    }

    private static RowChange.Json measurements(Hour hour) {
        long celsius = hour.state() == State.RUNNING ? 40 + hour.cycle() / 500 : 24;
        return new RowChange.Json("[{\"name\": \"bearing-celsius\", \"value\": \"" + celsius + ".5\"}]");
    }
}
