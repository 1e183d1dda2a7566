package com.sentia.launcher.commands;

import com.sentia.database.Ground;
import com.sentia.database.Role;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.home.Scratch;
import com.sentia.launcher.parts.Benchmark;
import com.sentia.launcher.parts.BenchmarkProgram;
import com.sentia.launcher.parts.BenchmarkShop;
import com.sentia.launcher.parts.PartNames;
import com.sentia.launcher.parts.PartialStack;
import com.sentia.launcher.parts.ShopifyHooks;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.parts.StackOptions;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.session.PartialSession;
import com.sentia.launcher.session.StackSession;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** What a benchmark stands on: a stack, or its database alone, in a home of its own that is deleted when all went well. */
final class BenchGround {
    private static final int FAILED = 2;
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final List<String> STACK_READY = List.of(
            PartNames.POSTGRES,
            PartNames.KAFKA,
            PartNames.REGISTRY,
            PartNames.NORMALIZER,
            PartNames.WEBHOOK_GATEWAY,
            PartNames.QUERY_API,
            PartNames.MIGRATIONS,
            PartNames.TOPICS,
            PartNames.JOB);

    private final Console console;
    private final CountDownLatch tidy = new CountDownLatch(1);

    BenchGround(Console console) {
        this.console = console;
    }

    /** Runs a benchmark on a database with tables; its exit code. */
    int onDatabase(Benchmark benchmark, Map<String, String> settings) throws IOException, InterruptedException {
        return inOwnHome(home -> {
            try (PartialSession session = PartialSession.open(home, console, PartialStack::database)) {
                session.awaitReady(START_LIMIT);
                return program(benchmark, session.stack(), database(session.stack(), settings));
            }
        });
    }

    /** Runs a benchmark of the webhook gateway before a broker; its exit code. */
    int onGateway(Benchmark benchmark, Map<String, String> settings) throws IOException, InterruptedException {
        return inOwnHome(home -> {
            try (PartialSession session = PartialSession.open(home, console, PartialStack::gateway)) {
                console.line("starting broker, registry and gateway in " + home.root());
                session.awaitReady(START_LIMIT);
                Stack stack = session.stack();
                Map<String, String> told = new TreeMap<>(settings);
                told.put("kafka.bootstrap.servers", stack.kafka());
                told.put("webhooks.url", ShopifyHooks.url(stack));
                told.put("webhooks.secret-file", ShopifyHooks.secret(stack).toString());
                return program(benchmark, stack, told);
            }
        });
    }

    /** Runs the benchmark of connectors before a shop with orders; its exit code. */
    int onConnectors(Map<String, String> settings) throws IOException, InterruptedException {
        int orders = Integer.parseInt(settings.getOrDefault("orders", "1"));
        return inOwnHome(home -> {
            try (PartialSession session = PartialSession.open(
                    home, console, (stack, clock) -> PartialStack.connectors(stack, clock, orders))) {
                console.line("starting broker, registry, Connect, normalizer and a shop in " + home.root());
                session.awaitReady(START_LIMIT);
                Stack stack = session.stack();
                Map<String, String> told = new TreeMap<>(settings);
                told.put("kafka.bootstrap.servers", stack.kafka());
                told.put("registry.url", stack.registryUrl());
                told.put("connect.url", stack.ports().url(Port.CONNECT));
                told.put("simulator.url", stack.ports().url(Port.SIMULATORS));
                told.put("connector.file", BenchmarkShop.connector(stack).toString());
                told.put("shops", String.join(",", BenchmarkShop.names()));
                return program(Benchmark.CONNECTORS, stack, told);
            }
        });
    }

    /** Runs a benchmark on a whole stack without a source; its exit code. */
    int onStack(Benchmark benchmark, Map<String, String> settings) throws IOException, InterruptedException {
        StackOptions options = StackOptions.bare();
        return inOwnHome(home -> {
            try (StackSession session = StackSession.open(home, Ground.NONE, options, console)) {
                console.line("starting a stack in " + home.root());
                session.awaitReady(STACK_READY, START_LIMIT);
                Stack stack = session.stack();
                Map<String, String> told = database(stack, settings);
                told.put("kafka.bootstrap.servers", stack.kafka());
                told.put("registry.url", stack.registryUrl());
                told.put("api.url", stack.ports().url(Port.API));
                told.put("webhooks.url", ShopifyHooks.url(stack));
                told.put("webhooks.secret-file", ShopifyHooks.secret(stack).toString());
                return program(benchmark, stack, told);
            }
        });
    }

    private int program(Benchmark benchmark, Stack stack, Map<String, String> settings)
            throws IOException, InterruptedException {
        return new BenchmarkProgram(benchmark, Distribution.own(), stack.home().root(), Clock.systemUTC())
                .run(settings, tidy);
    }

    private static Map<String, String> database(Stack stack, Map<String, String> settings) {
        Map<String, String> told = new TreeMap<>(settings);
        told.put("database.url", stack.database().url());
        told.put("database.owner.user", Role.SENTIA_OWNER.user());
        told.put(
                "database.owner.password-file",
                stack.database().passwords().file(Role.SENTIA_OWNER).toString());
        told.put("database.writer.user", Role.SENTIA_WRITER.user());
        told.put(
                "database.writer.password-file",
                stack.database().passwords().file(Role.SENTIA_WRITER).toString());
        return told;
    }

    /** Something that is done in a home. */
    private interface Stay {
        int in(Home home) throws IOException, InterruptedException;
    }

    private int inOwnHome(Stay stay) throws IOException, InterruptedException {
        Home home = new Home(Files.createTempDirectory("sentia-bench")).open();
        int offset = Ports.freeOffset();
        if (offset > 0) {
            Ports.keepOffset(home, offset);
        }
        int exit = FAILED;
        try {
            exit = stay.in(home);
            return exit;
        } finally {
            // The logs of a run that failed say why.
            if (exit == FAILED) {
                console.line("state and logs are kept in " + home.root());
            } else {
                Scratch.delete(home.root());
            }
            tidy.countDown();
        }
    }
}
