package com.sentia.launcher.commands;

import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.launcher.status.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sentia kpi list}: what is measured, on the running stack when there is one. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists the KPIs: where a stack runs, which version of each readers are shown, and how that is defined.")
final class KpiListCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    KnownKpisOption known = new KnownKpisOption();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Commands.out(spec);
        Table table = new Table("kpi", "shown", "title", "unit", "kept for", "waits for", "formula");
        for (KnownKpi one : known.kpis()) {
            String sets = one.sets().stream().map(DimensionSet::name).collect(Collectors.joining(", "));
            table.row(
                    one.kpi().name(),
                    one.shownText(),
                    one.kpi().title(),
                    one.kpi().unit(),
                    sets,
                    one.waitsFor(),
                    one.kpi().formula());
        }
        out.print(table.text());
        out.println(known.origin());
        out.flush();
        return 0;
    }
}
