package com.sentia.launcher.commands;

import com.sentia.analytics.kpi.DimensionSet;
import com.sentia.analytics.kpi.Kpi;
import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.analytics.kpi.Window;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.parts.Shops;
import com.sentia.launcher.status.Table;
import com.sentia.schemas.topics.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sentia kpi}: what is measured. */
@Command(
        name = "kpi",
        mixinStandardHelpOptions = true,
        subcommands = {KpiValidateCommand.class, KpiApplyCommand.class},
        description = "Lists KPIs, shows one, checks a catalogue file, or puts one into effect.")
final class KpiCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "kpi list, show, validate or apply");
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the KPIs.")
    int list() {
        PrintWriter out = Commands.out(spec);
        KpiCatalogue catalogue = read(own());
        Table table = new Table("kpi", "title", "unit", "kept for", "waits for", "formula");
        for (Kpi kpi : catalogue.kpis()) {
            String sets = catalogue.setsOf(kpi).stream().map(DimensionSet::name).collect(Collectors.joining(", "));
            table.row(kpi.name(), kpi.title(), kpi.unit(), sets, waitsFor(kpi), kpi.formula());
        }
        out.print(table.text());
        out.flush();
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one KPI whole.")
    int show(@Parameters(paramLabel = "KPI", description = "Its name, as list shows it.") String name) {
        PrintWriter out = Commands.out(spec);
        KpiCatalogue catalogue = read(own());
        Kpi kpi = catalogue.kpis().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new LauncherException("there is no KPI '" + name + "': see kpi list"));
        out.println("kpi          " + kpi.name() + ", version " + kpi.version());
        out.println("title        " + kpi.title());
        out.println("means        " + kpi.description());
        out.println("formula      " + kpi.formula());
        out.println("unit         " + kpi.unit());
        out.println("owner        " + kpi.owner());
        if (!waitsFor(kpi).isEmpty()) {
            out.println("waits for    " + waitsFor(kpi) + ": no source writes these yet");
        }
        for (DimensionSet set : catalogue.setsOf(kpi)) {
            String windows = set.windows().stream().map(Window::name).collect(Collectors.joining(", "));
            out.println("kept for     " + set.name() + " over " + windows);
        }
        out.flush();
        return 0;
    }

    /** Names of the records it rests on that no topic of a stack holds; empty when it is computed. */
    private static String waitsFor(Kpi kpi) {
        return kpi.contracts().stream()
                .filter(contract -> !Topics.recordNames().contains(contract))
                .collect(Collectors.joining(", "));
    }

    static Path own() {
        return Distribution.own().configuration("kpis.yaml");
    }

    private static KpiCatalogue read(Path file) {
        return Shops.catalogues().read(file);
    }
}
