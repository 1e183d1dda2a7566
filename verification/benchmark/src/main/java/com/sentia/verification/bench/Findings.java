package com.sentia.verification.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.verification.bench.BenchmarkSettings.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a benchmark has found, for people and for programs. Figures and goals are told only when every value was right;
 * docs/reference/benchmark.md says what each field is.
 */
public final class Findings {
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode run = mapper.createObjectNode();
    private final ObjectNode figures = mapper.createObjectNode();
    private final List<String> lines = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final double loadBefore =
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private final boolean isQuick;
    private final Machine machine;
    private long valuesCompared;

    /** @param isQuick too short for its figures to count */
    public Findings(boolean isQuick, Machine machine) {
        this.isQuick = isQuick;
        this.machine = machine;
    }

    /** What was done: how much, how often. */
    public ObjectNode run() {
        return run;
    }

    /** What was measured. */
    public ObjectNode figures() {
        return figures;
    }

    /** A line for people. */
    public void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    public void goal(Goal goal) {
        goals.add(goal);
    }

    /** Values were compared and equal. */
    public void equal(long values) {
        valuesCompared += values;
    }

    /** Something was wrong: no figure counts any more. */
    public void complain(String complaint) {
        complaints.add(complaint);
    }

    public boolean isEqual() {
        return complaints.isEmpty() && valuesCompared > 0;
    }

    /** The report for people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (!isEqual()) {
            complaints.forEach(complaint -> text.append(complaint).append('\n'));
            return text.append("no figure counts\n").toString();
        }
        text.append(String.format(
                Locale.ROOT, "values equal: %,d compared; load average before: %.2f%n", valuesCompared, loadBefore));
        lines.forEach(line -> text.append(line).append('\n'));
        goals.forEach(goal -> text.append(goal.line()).append('\n'));
        if (isQuick) {
            text.append("a quick run shows that everything works: ITS FIGURES DON'T COUNT\n");
        }
        return text.toString();
    }

    /** Writes the report for programs. */
    public void write(Path file) throws IOException {
        ObjectNode node = mapper.createObjectNode();
        node.put("values_equal", isEqual());
        node.put("figures_count", isEqual() && !isQuick);
        node.put("values_compared", valuesCompared);
        complaints.forEach(node.putArray("complaints")::add);
        node.set("run", run.deepCopy().put("quick", isQuick).put("load_average_before", loadBefore));
        ReportJson.machine(node.putObject("machine"), machine);
        node.set("figures", isEqual() ? figures : mapper.createObjectNode());
        ArrayNode told = node.putArray("goals");
        if (isEqual()) {
            goals.forEach(goal -> ReportJson.goal(told.addObject(), goal));
        }
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), node);
    }
}
