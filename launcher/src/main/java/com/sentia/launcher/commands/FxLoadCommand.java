package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.environment.Business;
import com.sentia.launcher.fx.LoadRates;
import com.sentia.launcher.fx.LoadRates.Loaded;
import com.sentia.launcher.fx.RateFile;
import com.sentia.launcher.fx.RateSheet;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.status.Words;
import com.sentia.launcher.status.WorkProgress;
import com.sentia.launcher.topics.TopicRecords;
import com.sentia.schemas.topics.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia fx load}: exchange rates from a file onto their topic. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Loads exchange rates into the running stack. What they change of values that are final already is restated.",
            "FILE has a header and a line for each rate: day,base,quote,rate. The day as 2026-01-31; base and quote as ISO 4217"
                    + " codes; the rate is units of quote for one unit of base, at most 9 decimal places. Quote must be the"
                    + " business currency, GBP unless the environment says otherwise. For example 2026-01-30,EUR,GBP,0.8551.",
            "Or FILE is the historical table of the European Central Bank (Date,USD,JPY,...: units of each currency for one euro,"
                    + " N/A for none). Rates in the business currency are then made by crossing two of a day, rounded half-even"
                    + " to the ninth decimal place.",
            "All or nothing: every line is checked before the first rate is written. Two rates of one currency and day in a file"
                    + " are refused. What is known to be so already is left out: loading a file again writes nothing. A rate that"
                    + " differs from what is known corrects it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the rates are on their topic", "2:could not; where the file is wrong, nothing was written"})
final class FxLoadCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE", description = "The rates; - reads standard input.")
    String file = STANDARD_INPUT;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.of(Commands.out(spec));
        RateSheet sheet = read();
        sheet.remarks().forEach(console::line);
        Stack stack = RunningHome.required(home);
        TopicRecords topic = new TopicRecords(Topics.FX_RATE, stack.kafka(), URI.create(stack.registryUrl()));
        try {
            Loaded loaded = new LoadRates(topic, Clock.systemUTC(), new WorkProgress(console)).load(sheet);
            console.line(sheet.summary());
            console.line("written " + Words.number(loaded.written()) + ", unchanged " + Words.number(loaded.unchanged())
                    + ", refused 0");
            return 0;
        } catch (IOException e) {
            throw new LauncherException(
                    e.getMessage()
                            + ": is the stack up? (./sentia status) Load the file again: what was written is left out",
                    e);
        }
    }

    private RateSheet read() {
        boolean isStandardInput = file.equals(STANDARD_INPUT);
        String name = isStandardInput ? "standard input" : file;
        try (BufferedReader lines = isStandardInput
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file))) {
            return new RateFile(name, Business.of(home.home()).currency()).read(lines);
        } catch (IOException e) {
            throw new LauncherException(
                    name + " can't be read: name a file of UTF-8 text, or - for standard input (" + e + ")", e);
        }
    }
}
