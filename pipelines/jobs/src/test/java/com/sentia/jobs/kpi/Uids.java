package com.sentia.jobs.kpi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/** Uids of steps: those of a graph, and those the runbook promises to savepoints. */
final class Uids {
    private static final Path RUNBOOK = Path.of("../../docs/runbooks/kpi-job.md");
    private static final Pattern PROMISE = Pattern.compile("\\| `((?:kpi|dead-letter)\\.[a-z-]+)` \\| (.*?) \\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private Uids() {}

    static Set<String> of(StreamGraph graph) {
        return graph.getStreamNodes().stream().map(Uids::of).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without what Flink puts before that of a sink. */
    static String of(StreamNode node) {
        return Objects.requireNonNull(node.getTransformationUID()).replaceFirst("^Sink (Committer|Writer): ", "");
    }

    /** Each uid on the runbook's list with the states it keeps. */
    static Map<String, Set<String>> promised() {
        try {
            Map<String, Set<String>> promised = new TreeMap<>();
            for (String line : Files.readAllLines(RUNBOOK)) {
                Matcher row = PROMISE.matcher(line);
                if (row.lookingAt()) {
                    promised.put(
                            row.group(1),
                            NAME.matcher(row.group(2))
                                    .results()
                                    .map(name -> name.group(1))
                                    .collect(Collectors.toCollection(TreeSet::new)));
                }
            }
            return promised;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
