package com.sentia.launcher.commands;

import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.launcher.parts.Catalogues;
import com.sentia.launcher.parts.Definitions;
import com.sentia.launcher.parts.Stack;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** Whose KPIs a command tells of: the running stack's, or those of the file alone where none runs. */
final class KnownKpisOption {
    @Mixin
    HomeOption home = new HomeOption();

    List<KnownKpi> kpis() throws IOException {
        KpiCatalogue file = Catalogues.of(home.home()).read(CatalogueOptions.own());
        Optional<Stack> stack = RunningHome.stack(home);
        try {
            return KnownKpi.of(
                    file, stack.isPresent() ? Definitions.of(stack.get()).shown() : Map.of());
        } catch (SQLException e) {
            throw RunningHome.withoutDatabase(e);
        }
    }

    /** A line that says where the definitions come from. */
    String origin() {
        String root = home.home().root().toString();
        return RunningHome.stack(home).isPresent()
                ? "shown: on the stack that runs in " + root + "; what it shows no version of is as in "
                        + CatalogueOptions.own()
                : "no stack runs in " + root + ": these are the definitions of " + CatalogueOptions.own();
    }
}
