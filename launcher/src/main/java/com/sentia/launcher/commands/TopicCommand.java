package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.Ports;
import com.sentia.launcher.status.Hop;
import com.sentia.launcher.status.KafkaLook;
import com.sentia.launcher.status.Table;
import com.sentia.launcher.status.Words;
import com.sentia.launcher.topics.TopicReader;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia topic}: what flows. */
@Command(name = "topic", mixinStandardHelpOptions = true, description = "Lists topics and reads their records.")
final class TopicCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "topic list, or topic read TOPIC");
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the topics, and what is in them.")
    int list(@Mixin HomeOption home) throws InterruptedException {
        Home existing = home.existing();
        PrintWriter out = Commands.out(spec);
        try (KafkaLook kafka = new KafkaLook(Ports.of(existing).address(Port.KAFKA))) {
            KafkaLook.Hops hops = kafka.look(Hop.allTopics());
            Table table = new Table("topic", "partitions", "offsets", "lag", "keeps", "holds");
            for (Topic topic : Topics.ALL) {
                table.row(
                        topic.name(),
                        Integer.toString(topic.partitions()),
                        Words.number(hops.records().getOrDefault(topic.name(), 0L)),
                        hops.lags().containsKey(topic.name()) ? Words.number(hops.lagOf(topic.name())) : "-",
                        topic.retention().toString(),
                        topic.holds());
            }
            out.print(table.text());
            out.flush();
            return 0;
        } catch (ExecutionException | TimeoutException e) {
            throw new LauncherException("the broker doesn't answer: is the stack up? (./sentia status)", e);
        }
    }

    @Command(
            name = "read",
            mixinStandardHelpOptions = true,
            description = "Prints records as lines of JSON, oldest first.")
    int read(
            @Mixin HomeOption home,
            @Parameters(paramLabel = "TOPIC") String name,
            @Option(names = "-n", paramLabel = "N", defaultValue = "10", description = "How many (default: 10).")
                    int records,
            @Option(names = "--last", description = "The newest ones instead of the oldest.") boolean last,
            @Option(names = "-f", description = "Go on printing what comes.") boolean follow,
            @Option(names = "--key", paramLabel = "TEXT", description = "Only records whose key contains this.")
                    @Nullable
                    String key) {
        Home existing = home.existing();
        Topic topic = Topics.named(name)
                .orElseThrow(() -> new LauncherException("there is no topic '" + name + "': choose from "
                        + Topics.ALL.stream().map(Topic::name).collect(Collectors.joining(", "))));
        Ports ports = Ports.of(existing);
        PrintWriter out = Commands.out(spec);
        URI registry = URI.create(ports.url(Port.REGISTRY) + "/apis/ccompat/v7");
        try (TopicReader reader = new TopicReader(ports.address(Port.KAFKA), registry)) {
            reader.read(topic.name(), new TopicReader.Wish(records, last, follow, key == null ? "" : key), line -> {
                out.println(line);
                return !out.checkError();
            });
        }
        out.flush();
        return 0;
    }
}
