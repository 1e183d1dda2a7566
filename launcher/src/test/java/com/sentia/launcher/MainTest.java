package com.sentia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return command.execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "down",
                "status",
                "logs",
                "sql",
                "topic",
                "topic list",
                "topic read",
                "dead-letters",
                "dead-letters list",
                "dead-letters show",
                "dead-letters redrive",
                "connector",
                "connector list",
                "connector status",
                "connector apply",
                "connector pause",
                "connector resume",
                "connector backfill",
                "connector reread",
                "connector offsets",
                "connector offsets show",
                "connector offsets set",
                "connector dead-letters",
                "connector dead-letters list",
                "connector dead-letters show",
                "connector dead-letters redrive",
                "kpi",
                "kpi list",
                "kpi show",
                "kpi validate",
                "kpi apply",
                "fx",
                "fx load",
                "fx list",
                "bench",
                "bench kpi",
                "bench late",
                "bench latency",
                "bench sink",
                "reset"
            })
    void explainsEachCommand(String command) {
        assertThat(run((command + " --help").split(" ", -1))).isZero();
        assertThat(out.toString()).contains("Usage: sentia " + command);
    }

    @Test
    void needsACommand() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("./sentia demo");
    }

    @Test
    void saysInALineThatNothingHasRun() {
        assertThat(run("status", "--home", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("sentia: nothing has run in " + folder);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void refusesADataFileThatIsNotThere() {
        assertThat(run("demo", "--home", folder.resolve("h").toString(), "--data", "/no/such.csv"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("sentia: there is no data file /no/such.csv");
    }

    @Test
    void refusesOptionsThatMakeNoSense() throws Exception {
        String data = Files.writeString(folder.resolve("x.csv"), "x").toString();

        assertThat(run("demo", "--data", data, "--shift", "days")).isEqualTo(2);
        assertThat(run("demo", "--data", data, "--for", "soon")).isEqualTo(2);
        assertThat(run("demo", "--data", data, "--delay", "1h")).isEqualTo(2);
        assertThat(run("demo", "--data", data, "--chaos", "kafka")).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "sentia: --shift is weeks or none, not 'days'",
                        "sentia: 'soon' is no time: write 30s, 5m or 1h",
                        "sentia: --delay is SHOP=TIME, such as uk=1h, not '1h'",
                        "sentia: --chaos and --report go with --check");
    }

    @Test
    void namesEveryLineOfAFileOfRatesThatIsWrong() throws Exception {
        String rates = Files.writeString(
                        folder.resolve("rates.csv"),
                        "day,base,quote,rate\n2026-01-30,EUR,GBP,0,8\n2026-01-32,EUR,GBP,1\n")
                .toString();

        assertThat(run("fx", "load", rates, "--home", folder.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "sentia: " + rates + ":2: the line has 5 fields: day,base,quote,rate are 4",
                        rates + ":3: '2026-01-32' is no day: write it like 2026-01-31",
                        "nothing was written: refused 2 of 3 lines");
    }

    @Test
    void loadsRatesIntoARunningStackOnly() throws Exception {
        String rates = Files.writeString(
                        folder.resolve("rates.csv"), "day,base,quote,rate\n2026-01-30,EUR,GBP,0.8551\n")
                .toString();

        assertThat(run("fx", "load", rates, "--home", folder.toString())).isEqualTo(2);
        assertThat(run("fx", "load", "/no/such.csv", "--home", folder.toString()))
                .isEqualTo(2);
        assertThat(run("fx", "load", folder.toString(), "--home", folder.toString()))
                .isEqualTo(2);
        assertThat(run("fx", "list", "--currency", "eur", "--home", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("sentia: no stack runs in " + folder),
                        line -> assertThat(line).startsWith("sentia: /no/such.csv can't be read: name a file"),
                        line -> assertThat(line).startsWith("sentia: " + folder + " can't be read: name a file"),
                        line -> assertThat(line)
                                .isEqualTo("sentia: --currency is an ISO 4217 code like EUR, not 'eur'"));
    }

    @Test
    void refusesSignalsThatAreNotClear() {
        String where = folder.toString();
        assertThat(run("connector", "backfill", "shopify", "--home", where)).isEqualTo(2);
        assertThat(run("connector", "backfill", "shopify", "--ids", "7", "--unit", "uk", "--home", where))
                .isEqualTo(2);
        assertThat(run("connector", "offsets", "set", "shopify", "--unit", "uk", "--home", where))
                .isEqualTo(2);
        assertThat(run("connector", "pause", "shopify", "--unit", "uk", "--home", where))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("sentia: say what to read: --from"),
                        line -> assertThat(line).startsWith("sentia: ids are of one unit and entity"),
                        line -> assertThat(line).startsWith("sentia: say which: --file"),
                        line -> assertThat(line).startsWith("sentia: no stack runs in " + folder));
    }

    @Test
    void saysWhichEnvironmentThereIsNot() {
        String home = folder.resolve("home").toString();
        assertThat(run("up", "--env", folder.resolve("prod").toString(), "--home", home))
                .isEqualTo(2);
        assertThat(run("up", "--preflight", "--home", home)).isEqualTo(2);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("sentia: there is no environment prod: write " + folder),
                        line -> assertThat(line).startsWith("sentia: say with --env which environment to look at"));
    }

    @Test
    void stopsNothingWhereNothingRuns() {
        assertThat(run("down", "--home", folder.toString())).isZero();
        assertThat(out.toString()).contains("nothing runs in " + folder);
    }
}
