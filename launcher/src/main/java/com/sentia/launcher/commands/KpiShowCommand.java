package com.sentia.launcher.commands;

import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.Window;
import com.sentia.launcher.LauncherException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia kpi show}: one KPI whole. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows one KPI whole, as readers are shown it where a stack runs.")
final class KpiShowCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    KnownKpisOption known = new KnownKpisOption();

    @Parameters(paramLabel = "KPI", description = "Its name, as list shows it.")
    String name = "";

    @Override
    public Integer call() throws IOException {
        KnownKpi found = known.kpis().stream()
                .filter(one -> one.kpi().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LauncherException("there is no KPI '" + name + "': see kpi list"));
        PrintWriter out = Commands.out(spec);
        Kpi kpi = found.kpi();
        out.println("kpi          " + kpi.name() + ", version " + kpi.version());
        out.println("shown        " + found.shownText());
        out.println("title        " + kpi.title());
        out.println("means        " + kpi.description());
        out.println("formula      " + kpi.formula());
        out.println("unit         " + kpi.unit());
        out.println("owner        " + kpi.owner());
        if (!found.waitsFor().isEmpty()) {
            out.println("waits for    " + found.waitsFor() + ": the KPI job does not read these yet");
        }
        for (DimensionSet set : found.sets()) {
            String windows = set.windows().stream().map(Window::name).collect(Collectors.joining(", "));
            out.println("kept for     " + set.name() + " over " + windows);
        }
        out.println(known.origin());
        out.flush();
        return 0;
    }
}
