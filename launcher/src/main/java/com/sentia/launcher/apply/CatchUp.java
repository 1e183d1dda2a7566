package com.sentia.launcher.apply;

import com.sentia.launcher.deployments.Deployment;
import com.sentia.launcher.deployments.Deployments;
import com.sentia.launcher.deployments.VersionTables;
import com.sentia.launcher.deployments.VersionTables.Progress;
import com.sentia.launcher.flink.FlinkRest;
import com.sentia.launcher.session.Console;
import com.sentia.launcher.status.Words;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Waits, and shows how far it is, until a new deployment's values are final as far as those that are shown. */
final class CatchUp {
    /** Longer than a KPI job takes to come back from the loss of a TaskManager. */
    private static final Duration DOWN_LIMIT = Duration.ofMinutes(2);

    /** Open values are refreshed within a second of an event; they are not to be older than those they take the place of. */
    private static final Duration SETTLED_FOR = Duration.ofSeconds(2);

    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MS = 250;

    private final Deployment deployment;
    private final Deployments deployments;
    private final VersionTables tables;
    private final FlinkRest flink;
    private final Console console;
    private long lastWorked = System.nanoTime();
    private long lastTold = System.nanoTime() - TELL_EVERY.toNanos();

    CatchUp(Deployment deployment, Deployments deployments, VersionTables tables, FlinkRest flink, Console console) {
        this.deployment = deployment;
        this.deployments = deployments;
        this.tables = tables;
        this.flink = flink;
        this.console = console;
    }

    /**
     * Returns when the deployment is abreast, and has had the time to write what is open.
     *
     * @throws FailedDeploymentException when its job does not work for long
     */
    void await() throws InterruptedException {
        while (!isAbreast()) {
            Thread.sleep(LOOK_EVERY_MS);
        }
        Thread.sleep(SETTLED_FOR.toMillis());
    }

    /** Looks, and tells, how far it is now. */
    boolean isAbreast() {
        try {
            boolean works = works();
            Progress progress = tables.progress(deployment.name());
            tell(works, progress);
            return works && progress.isAbreast();
        } catch (IOException | SQLException e) {
            // A part that is down comes back; how long the job may do nothing is limited all the same.
            requireLately("the stack doesn't answer: " + e.getMessage());
            return false;
        }
    }

    private boolean works() throws IOException {
        Optional<FlinkRest.Job> job = job();
        boolean works = job.isPresent()
                && job.get().isRunning()
                && flink.allTasksRun(job.get().id());
        if (works) {
            lastWorked = System.nanoTime();
        } else {
            requireLately(why(job));
        }
        return works;
    }

    private void requireLately(String why) {
        if (System.nanoTime() - lastWorked > DOWN_LIMIT.toNanos()) {
            throw new FailedDeploymentException("the job of " + deployment.name() + " does not run: " + why);
        }
    }

    private Optional<FlinkRest.Job> job() throws IOException {
        return flink.jobs().stream()
                .filter(job -> job.name().equals(deployment.name()) && !job.isOver())
                .findFirst();
    }

    private String why(Optional<FlinkRest.Job> job) throws IOException {
        String trouble = deployments.trouble(deployment);
        String failure = job.isPresent() ? flink.lastFailure(job.get().id()) : "";
        if (failure.isEmpty() && trouble.isEmpty()) {
            return "no reason is known; see ./sentia logs launcher";
        }
        return failure.isEmpty() ? trouble : failure;
    }

    private void tell(boolean works, Progress progress) {
        String text = deployment.name() + (works ? " computes: " : " is being started: ") + "final to "
                + progress.own().map(Object::toString).orElse("-") + ", what is shown to "
                + progress.shown().map(Object::toString).orElse("-")
                + behind(progress);
        if (console.isTerminal()) {
            console.redraw(text + "\n");
        } else if (System.nanoTime() - lastTold >= TELL_EVERY.toNanos()) {
            console.line(text);
            lastTold = System.nanoTime();
        }
    }

    private static String behind(Progress progress) {
        return progress.own().isEmpty() || progress.shown().isEmpty() || progress.isAbreast()
                ? ""
                : " ("
                        + Words.duration(Duration.between(
                                progress.own().get(), progress.shown().get())) + " behind)";
    }
}
