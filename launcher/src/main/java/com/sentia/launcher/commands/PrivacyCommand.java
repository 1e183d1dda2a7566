package com.sentia.launcher.commands;

import com.sentia.database.Role;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.privacy.Erasing;
import com.sentia.launcher.privacy.Place;
import com.sentia.launcher.privacy.RawRewrite;
import com.sentia.launcher.privacy.Subject;
import com.sentia.launcher.privacy.TableSearch;
import com.sentia.launcher.privacy.TopicSearch;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.status.Table;
import com.sentia.launcher.status.WorkProgress;
import com.sentia.launcher.topics.TopicRecords;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.schemas.topics.Topics;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sentia privacy}: where a person is, and forgetting one. */
@Command(
        name = "privacy",
        mixinStandardHelpOptions = true,
        description = "Says where a person is, and forgets one: docs/adr/0020-erasing-a-person.md.")
final class PrivacyCommand implements Runnable {
    private static final int FOUND = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "privacy find or erase");
        }
    }

    @Command(
            name = "find",
            mixinStandardHelpOptions = true,
            description = "Looks through every record and row of the running stack for a person.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:the person is nowhere", "1:in the places listed", "2:could not look"})
    int find(@Mixin HomeOption home, @Mixin SubjectOptions options) throws InterruptedException {
        Stack stack = RunningHome.required(home);
        Console console = Console.of(Commands.out(spec));
        Subject subject = options.subject(stack);
        try (Connection connection = stack.database().connect(Role.SENTIA_READER)) {
            return told(console, erasing(stack, connection).find(subject, new WorkProgress(console)));
        } catch (SQLException e) {
            throw RunningHome.withoutDatabase(e);
        }
    }

    @Command(
            name = "erase",
            mixinStandardHelpOptions = true,
            description = {
                "Forgets a person in the running stack. Orders and sums stay; what goes is who it was. May be done again.",
                "What was counted of distinct customers in windows that are final is restated as far back as the KPI job"
                        + " keeps orders; older windows stay as they are."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:the person is nowhere any more, but for superseded records that compaction removes within days",
                "1:still in the places listed; do it again",
                "2:could not"
            })
    int erase(
            @Mixin HomeOption home,
            @Mixin SubjectOptions options,
            @Option(
                            names = "--wait",
                            defaultValue = "60",
                            paramLabel = "SECONDS",
                            description = "How long services may take for their part (default: ${DEFAULT-VALUE}).")
                    int seconds)
            throws InterruptedException {
        Stack stack = RunningHome.required(home);
        Console console = Console.of(Commands.out(spec));
        Subject subject = options.subject(stack);
        try (Connection connection = stack.database().connect(Role.SENTIA_WRITER)) {
            List<Place> left = erasing(stack, connection)
                    .erase(subject, Duration.ofSeconds(seconds), console::line, new WorkProgress(console));
            return told(console, left);
        } catch (SQLException e) {
            throw RunningHome.withoutDatabase(e);
        }
    }

    private static Erasing erasing(Stack stack, Connection connection) {
        URI registry = URI.create(stack.registryUrl());
        return new Erasing(
                new TopicSearch(stack.kafka()),
                new TableSearch(connection),
                new RawRewrite(stack.kafka(), RecordCodec.connectedTo(registry)),
                new TopicRecords(Topics.PRIVACY_ERASURE, stack.kafka(), registry),
                Clock.systemUTC());
    }

    private static int told(Console console, List<Place> places) {
        if (places.isEmpty()) {
            console.line("found nowhere");
            return 0;
        }
        Table table = new Table("where", "standing", "superseded");
        places.forEach(
                place -> table.row(place.name(), Long.toString(place.standing()), Long.toString(place.superseded())));
        console.line(table.text().stripTrailing());
        return Erasing.standing(places) > 0 ? FOUND : 0;
    }
}
