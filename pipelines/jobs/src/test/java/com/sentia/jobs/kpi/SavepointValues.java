package com.sentia.jobs.kpi;

import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import com.sentia.timescale.Restatement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of values and a ledger as lines for people.
 *
 * @param rows by KPI, dimensions, window and its end
 * @param ledger its entries, sorted
 */
record SavepointValues(NavigableMap<String, String> rows, List<String> ledger) {
    static final SavepointValues NONE = new SavepointValues(new TreeMap<>(), List.of());

    private static final String VALUES =
            "# values: KPI, dimensions, window, its end: value (components), facts, flags, revision where it was restated";
    private static final String LEDGER =
            "# ledger: KPI, dimensions, window, cause with version and kind: first and last end, delta at the first";
    private static final String REVISION = ", revision \\d+$";

    SavepointValues {
        ledger = ledger.stream().sorted().toList();
    }

    static SavepointValues read(String text) {
        NavigableMap<String, String> rows = new TreeMap<>();
        List<String> ledger = new ArrayList<>();
        boolean isOfLedger = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith("#")) {
                isOfLedger = line.equals(LEDGER);
            } else if (isOfLedger) {
                ledger.add(line);
            } else {
                String[] parts = line.split(": ", 2);
                rows.put(parts[0], parts[1]);
            }
        }
        return new SavepointValues(rows, ledger);
    }

    String text() {
        return Stream.of(Stream.of(VALUES), rowLines(), Stream.of(LEDGER), ledger.stream())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What they are after a job wrote some more; it did not fail. */
    SavepointValues after(Collection<KpiWrite> writes) {
        NavigableMap<String, String> changed = new TreeMap<>(rows);
        List<String> entries = new ArrayList<>(ledger);
        for (KpiWrite write : writes) {
            KpiChange change = write.change();
            if (change != null && change.delete()) {
                changed.remove(place(change));
            } else if (change != null) {
                changed.put(place(change), content(change));
            }
            Restatement entry = write.restatement();
            if (entry != null) {
                entries.add(line(entry));
            }
        }
        return new SavepointValues(changed, entries);
    }

    /** Without the rows of windows that end later. */
    SavepointValues finalTo(long micros) {
        NavigableMap<String, String> some = new TreeMap<>(rows);
        some.keySet().removeIf(place -> end(place).isAfter(instant(micros)));
        return new SavepointValues(some, ledger);
    }

    /** The values alone, without how often they were restated. */
    SavepointValues withoutHistory() {
        NavigableMap<String, String> plain = new TreeMap<>();
        rows.forEach((place, content) -> plain.put(place, content.replaceFirst(REVISION, "")));
        return new SavepointValues(plain, List.of());
    }

    /** Lines that are in one of both alone. */
    List<String> differences(SavepointValues expected) {
        List<String> missing = expected.lines();
        List<String> tooMany = lines();
        lines().forEach(missing::remove);
        expected.lines().forEach(tooMany::remove);
        return Stream.concat(
                        missing.stream().map(line -> line + " [expected]"),
                        tooMany.stream().map(line -> line + " [found]"))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private List<String> lines() {
        return Stream.concat(rowLines(), ledger.stream()).collect(Collectors.toCollection(ArrayList::new));
    }

    private Stream<String> rowLines() {
        return rows.entrySet().stream().map(row -> row.getKey() + ": " + row.getValue());
    }

    private static String place(KpiChange change) {
        return String.join(
                " ",
                change.kpi(),
                "{" + KpiRun.series(change.dimensions()) + "}",
                change.window(),
                instant(change.windowEndMicros()).toString());
    }

    private static Instant end(String place) {
        return Instant.parse(place.substring(place.lastIndexOf(' ') + 1));
    }

    private static String content(KpiChange change) {
        String components =
                change.components().stream().map(SavepointValues::plain).collect(Collectors.joining(", "));
        return plain(change.value())
                + (components.isEmpty() ? "" : " (" + components + ")")
                + ", facts " + change.factCount()
                + change.flags().stream().map(flag -> ", " + flag).collect(Collectors.joining())
                + (change.revision() == 0 ? "" : ", revision " + change.revision());
    }

    private static String line(Restatement entry) {
        return "%s {%s} %s, %s %s %s: %s to %s, %s"
                .formatted(
                        entry.kpi(),
                        KpiRun.series(entry.dimensions()),
                        entry.window(),
                        entry.causeKey(),
                        entry.causeVersion(),
                        entry.causeKind(),
                        instant(entry.firstEndMicros()),
                        instant(entry.lastEndMicros()),
                        plain(entry.firstDelta()));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "none" : number.stripTrailingZeros().toPlainString();
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
