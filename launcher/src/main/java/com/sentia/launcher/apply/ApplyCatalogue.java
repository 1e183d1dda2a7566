package com.sentia.launcher.apply;

import com.sentia.analytics.kpi.KpiCatalogue;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.deployments.Deployment;
import com.sentia.launcher.deployments.Deployments;
import com.sentia.launcher.deployments.ShownKpis.ShownKpi;
import com.sentia.launcher.deployments.VersionTables;
import com.sentia.launcher.estimate.RowCheck;
import com.sentia.launcher.flink.FlinkRest;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.parts.Catalogues;
import com.sentia.launcher.parts.Definitions;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.session.Interruption;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts a catalogue into effect on a running stack: a deployment of its own computes what has changed, from the earliest
 * records on, and readers are switched to it, all KPIs at once, when it is as far as what they are shown.
 *
 * <p>It only writes what is to be kept; the launcher that runs the stack starts and ends jobs. Whenever it is interrupted,
 * the same again goes on from there: until the switch nobody has seen anything, after it only tidying is left.
 */
public final class ApplyCatalogue {
    private static final Duration END_LIMIT = Duration.ofMinutes(1);
    private static final long LOOK_EVERY_MS = 250;

    private final RowCheck rows;
    private final Console console;
    private final Clock clock;
    private final Home home;
    private final Deployments deployments;
    private final VersionTables tables;
    private final Definitions definitions;
    private final FlinkRest flink;

    /** @param rows asked of what is new or has changed, before anything begins */
    public ApplyCatalogue(Stack stack, RowCheck rows, Console console, Clock clock) {
        this.rows = rows;
        this.console = console;
        this.clock = clock;
        this.home = stack.home();
        this.deployments = new Deployments(stack.home());
        this.tables = new VersionTables(stack.database());
        this.definitions = Definitions.of(stack);
        this.flink = new FlinkRest(stack.ports().url(Port.FLINK));
    }

    /**
     * Returns when readers are shown what the file says.
     *
     * @param grace how long a deployment that readers are shown nothing of any more goes on
     * @return whether they are; not when a KPI would make too many rows, and then nothing has begun
     */
    public boolean run(Path file, Duration grace) throws IOException, InterruptedException, SQLException {
        try (FileChannel lock = deployments.lock()) {
            if (!lock.isOpen()) {
                throw new IOException("the lock of deployments was lost");
            }
            return apply(file, grace);
        }
    }

    private boolean apply(Path file, Duration grace) throws IOException, InterruptedException, SQLException {
        KpiCatalogue wanted = Catalogues.of(home).readFed(file);
        markShown();
        Map<String, ShownKpi> shown = definitions.shown();
        if (shown.isEmpty()) {
            throw new LauncherException("the stack shows no KPI yet: wait until ./sentia status says it is up");
        }
        ApplyPlan plan = ApplyPlan.of(wanted, shown, tables.highest());
        if (!plan.changes().isEmpty() && !rows.passes(file, plan.versions().keySet())) {
            return false;
        }
        Optional<Deployment> begun = settlePending(plan, wanted);
        tell(plan, begun);
        if (!plan.changes().isEmpty()) {
            Deployment next = begun.isPresent() ? begun.get() : begin(file, plan);
            switchTo(next);
        }
        endSuperseded(grace);
        definitions.tell();
        return true;
    }

    private Deployment begin(Path file, ApplyPlan plan) throws IOException {
        if (flink.freeSlots() < 1) {
            throw new LauncherException("the Flink cluster has no slot free for another deployment; there are "
                    + names(deployments.kept()) + ": wait until one has ended, or give the cluster more slots");
        }
        return deployments.begin(file, plan.versions());
    }

    private void switchTo(Deployment next) throws IOException, InterruptedException, SQLException {
        Interruption interruption = Interruption.announced(
                console,
                "interrupted: nothing has switched; " + next.name()
                        + " goes on computing, and the same command goes on with it."
                        + " Applying the former catalogue gives it up");
        try {
            CatchUp catchUp = new CatchUp(next, deployments, tables, flink, console);
            catchUp.await();
            // What is shown may go on in between: the database decides, in one statement.
            while (!catchUp.isAbreast() || tables.switchTo(next.name()).isEmpty()) {
                Thread.sleep(LOOK_EVERY_MS);
            }
            deployments.write(next.shown());
            console.line("switched: readers are shown " + next.publishedText().replace(",", ", "));
        } catch (FailedDeploymentException e) {
            giveUp(next);
            throw new LauncherException(e.getMessage() + "; nothing has switched, " + next.name() + " was given up", e);
        } finally {
            interruption.over();
        }
    }

    /** The pending deployment that computes just these changes; any other is given up. */
    private Optional<Deployment> settlePending(ApplyPlan plan, KpiCatalogue wanted)
            throws IOException, InterruptedException, SQLException {
        Optional<Deployment> kept = Optional.empty();
        for (Deployment pending :
                deployments.kept().stream().filter(Deployment::isPending).toList()) {
            if (kept.isEmpty() && plan.isBegunBy(wanted, pending.kpis(Catalogues.of(home)))) {
                kept = Optional.of(pending);
            } else {
                console.line(pending.name() + " was begun by an earlier apply of something else: given up");
                giveUp(pending);
            }
        }
        return kept;
    }

    private void giveUp(Deployment deployment) throws IOException, InterruptedException {
        deployments.write(deployment.withdrawn());
        long end = System.nanoTime() + END_LIMIT.toNanos();
        while (!hasEnded(deployment)) {
            if (System.nanoTime() > end) {
                throw new LauncherException("the job of " + deployment.name()
                        + " doesn't end: see ./sentia logs launcher, and apply again");
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private boolean hasEnded(Deployment deployment) throws IOException {
        return deployments.kept().stream().noneMatch(kept -> kept.name().equals(deployment.name()));
    }

    /** A switch may have been the last thing an interrupted command did. */
    private void markShown() throws IOException, SQLException {
        Set<String> jobs = shownJobs();
        for (Deployment deployment : deployments.kept()) {
            if (deployment.isPending() && jobs.contains(deployment.name())) {
                deployments.write(deployment.shown());
            }
        }
    }

    private void endSuperseded(Duration grace) throws IOException, SQLException {
        Set<String> jobs = shownJobs();
        Instant end = clock.instant().plus(grace);
        for (Deployment deployment : deployments.kept()) {
            if (deployment.phase() == Deployment.Phase.SHOWN && !jobs.contains(deployment.name())) {
                deployments.write(deployment.endingAt(end));
                console.line(deployment.name() + " publishes nothing that is shown any more: ends at " + end);
            }
        }
    }

    private Set<String> shownJobs() throws SQLException {
        return tables.shown().stream().map(version -> version.job()).collect(Collectors.toSet());
    }

    private void tell(ApplyPlan plan, Optional<Deployment> begun) {
        plan.changes().forEach(change -> console.line("  " + change.kpi() + ": " + change.text()));
        tellOf("unchanged", plan.unchanged());
        tellOf("only other words, which come with the next change of its values", plan.reworded());
        tellOf("not in the file, left as it is (nothing is ever removed by apply)", plan.missing());
        if (plan.changes().isEmpty()) {
            console.line("nothing changed");
        }
        begun.filter(kept -> !plan.changes().isEmpty())
                .ifPresent(kept -> console.line(kept.name() + " was begun by an earlier apply: goes on with it"));
    }

    private void tellOf(String what, List<String> kpis) {
        if (!kpis.isEmpty()) {
            console.line("  " + what + ": " + String.join(", ", kpis));
        }
    }

    private static String names(List<Deployment> deployments) {
        return deployments.stream().map(Deployment::name).collect(Collectors.joining(", "));
    }
}
