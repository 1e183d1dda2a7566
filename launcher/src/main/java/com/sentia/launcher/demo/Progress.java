package com.sentia.launcher.demo;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.status.Hop;
import com.sentia.launcher.status.SimulatorStatus;
import com.sentia.launcher.status.Snapshot;
import com.sentia.launcher.status.Words;
import com.sentia.launcher.supervision.Board;
import com.sentia.launcher.supervision.PartState;
import com.sentia.launcher.supervision.Phase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows how the demo goes: a block redrawn on a terminal, a line every few seconds on a pipe. */
final class Progress {
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);
    private static final int BAR = 30;
    private static final List<String> HEADLINES =
            List.of("net_sales", "gross_sales", "returns", "orders", "units", "aov", "customers", "refund_rate");

    private final Console console;
    private final Ports ports;
    private final StopWatch watch;
    private Duration lastLine = Duration.ZERO;
    private Snapshot before = Snapshot.NOTHING;
    private Duration beforeAt = Duration.ZERO;
    private long rate;

    Progress(Console console, Ports ports, StopWatch watch) {
        this.console = console;
        this.ports = ports;
        this.watch = watch;
    }

    /** Shows the moment, if it is time to. */
    void show(Snapshot seen, Board board) {
        Duration now = watch.elapsed();
        measureRate(seen, now);
        if (console.isTerminal()) {
            console.redraw(block(seen, board, now));
            return;
        }
        if (lastLine.isZero() || now.minus(lastLine).compareTo(LINE_EVERY) >= 0) {
            lastLine = now;
            console.line(line(seen, board, now));
        }
    }

    private void measureRate(Snapshot seen, Duration now) {
        long millis = now.minus(beforeAt).toMillis();
        if (millis >= 1_000) {
            rate = Math.max(0, (seen.records(Hop.VALUES) - before.records(Hop.VALUES)) * 1_000 / millis);
            before = seen;
            beforeAt = now;
        }
    }

    private String block(Snapshot seen, Board board, Duration now) {
        StringBuilder block = new StringBuilder();
        List<String> waiting = notReady(board);
        add(
                block,
                "Sentia Streams   " + Words.duration(now) + "   page " + ports.url(Port.API) + "   Flink "
                        + ports.url(Port.FLINK));
        add(block, waiting.isEmpty() ? "all parts ready" : "to come: " + String.join(", ", waiting));
        Optional<SimulatorStatus> shops = seen.simulator();
        if (shops.isPresent()) {
            SimulatorStatus shop = shops.get();
            int filled = (int) (shop.share() * BAR);
            add(
                    block,
                    String.format(
                            Locale.ROOT,
                            "shops      %s%s %3.0f %%  %s lines of %s, %s orders, shops' time %s",
                            "█".repeat(filled),
                            "░".repeat(BAR - filled),
                            shop.share() * 100,
                            Words.number(shop.linesServed()),
                            Words.number(shop.linesAccepted()),
                            Words.number(shop.orders()),
                            Words.minute(Optional.of(shop.virtualNow()))));
        }
        add(
                block,
                "records    " + hops(seen) + "   " + Words.number(rate) + " values/s   lag " + Words.number(lag(seen)));
        add(
                block,
                "final to   " + Words.minute(seen.database().finalTo()) + " UTC   complete to "
                        + Words.minute(seen.database().completeTo()) + " UTC");
        add(block, "last 24 h  " + headlines(seen.headlines()));
        return block.toString();
    }

    private static void add(StringBuilder block, String line) {
        block.append(line).append('\n');
    }

    private String line(Snapshot seen, Board board, Duration now) {
        List<String> waiting = notReady(board);
        String shops = seen.simulator()
                .map(shop -> String.format(
                        Locale.ROOT,
                        "lines=%d/%d shops_time=%s",
                        shop.linesServed(),
                        shop.linesAccepted(),
                        Words.minute(Optional.of(shop.virtualNow())).replace(' ', 'T')))
                .orElse("lines=-");
        String parts = waiting.isEmpty() ? "" : " to_come=" + String.join(",", waiting);
        return String.format(
                Locale.ROOT,
                "%4ds %s %s lag=%d final_to=%s %s%s",
                now.toSeconds(),
                shops,
                hops(seen).replace(" → ", " "),
                lag(seen),
                Words.minute(seen.database().finalTo()).replace(' ', 'T'),
                headlines(seen.headlines()),
                parts);
    }

    private static long lag(Snapshot seen) {
        return seen.hops().lags().values().stream().mapToLong(Long::longValue).sum();
    }

    private static String hops(Snapshot seen) {
        return List.of(Hop.RAW, Hop.CANONICAL, Hop.VALUES).stream()
                        .map(hop -> hop.title().replace(' ', '_') + "=" + Words.number(seen.records(hop)))
                        .collect(Collectors.joining(" → "))
                + " rejected=" + Words.number(seen.records(Hop.REJECTED));
    }

    private static String headlines(Map<String, BigDecimal> values) {
        return HEADLINES.stream()
                .filter(values::containsKey)
                .map(kpi -> kpi + "=" + Words.number(values.getOrDefault(kpi, BigDecimal.ZERO)))
                .collect(Collectors.joining(" "));
    }

    private static List<String> notReady(Board board) {
        return board.states().stream()
                .filter(state -> state.phase() != Phase.READY)
                .map(PartState::name)
                .toList();
    }
}
