package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.HomeLock;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.session.BoardFile;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.session.Trouble;
import com.sentia.launcher.supervision.PartState;
import com.sentia.launcher.supervision.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sentia up}: the stack in the background. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the stack in the background and returns when it is up.",
            "With --env it reads vendors of your own, after a preflight has looked whether they let themselves be read; the"
                    + " home then keeps that environment. A home that holds a demo goes on playing it.",
            "Stop with: sentia down"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is up; with --preflight: nothing is missing",
            "1:the preflight found something missing, nothing was started",
            "2:could not"
        })
final class UpCommand implements Callable<Integer> {
    private static final int MISSING = 1;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long LOOK_EVERY_MS = 250;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    HomeOption home = new HomeOption();

    @Mixin
    PortOption ports = new PortOption();

    @Mixin
    GroundOption ground = new GroundOption();

    @Mixin
    EnvironmentOptions vendors = new EnvironmentOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = Console.of(Commands.out(spec));
        if (vendors.preflightOnly) {
            Home found = home.home();
            return vendors.preflight(vendors.required(found), found, console) ? 0 : MISSING;
        }
        Home opened = home.home().open();
        ports.keep(opened);
        // Says at once when another launcher has the home.
        HomeLock.take(opened).close();
        if (!vendors.areReady(opened, console)) {
            return MISSING;
        }
        // What a killed launcher wrote of its parts would be taken for news.
        BoardFile.delete(opened);
        Process daemon = start(opened);
        long end = System.nanoTime() + LIMIT.toNanos();
        String told = "";
        while (System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY_MS);
            if (!daemon.isAlive()) {
                throw new LauncherException(lastWord(opened));
            }
            List<PartState> states = BoardFile.read(opened);
            String now = "ready: " + names(states, true) + "; to come: " + names(states, false);
            if (!states.isEmpty() && states.stream().allMatch(state -> state.phase() == Phase.READY)) {
                console.line("up: page http://127.0.0.1:" + Ports.of(opened).number(Port.API));
                return 0;
            }
            if (!states.isEmpty() && !now.equals(told)) {
                console.line(now);
                told = now;
            }
        }
        throw new LauncherException("the stack isn't up in time: see ./sentia status and ./sentia logs");
    }

    private Process start(Home opened) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", Distribution.own().classPath("launcher"), "com.sentia.launcher.Main", "daemon"));
        command.addAll(List.of(
                "--home",
                opened.root().toString(),
                "--require-ground",
                ground.required().name()));
        Files.createDirectories(opened.logs());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(opened.log("up").toFile())
                .start();
    }

    private static String lastWord(Home home) {
        return Trouble.tail(home.log("up"), 20).stream()
                .filter(line -> line.startsWith("sentia: "))
                .map(line -> line.substring("sentia: ".length()))
                .findFirst()
                .orElse("the launcher ended: see " + home.log("launcher"));
    }

    private static List<String> names(List<PartState> states, boolean ready) {
        return states.stream()
                .filter(state -> (state.phase() == Phase.READY) == ready)
                .map(PartState::name)
                .toList();
    }
}
