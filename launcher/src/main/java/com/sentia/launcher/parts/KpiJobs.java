package com.sentia.launcher.parts;

import com.sentia.launcher.deployments.Deployment;
import com.sentia.launcher.deployments.Deployments;
import com.sentia.launcher.deployments.VersionTables;
import com.sentia.launcher.flink.FlinkRest;
import com.sentia.launcher.flink.JobKeeper;
import com.sentia.launcher.home.Port;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the job of every deployment of the home, of those that are begun meanwhile too, and ends those that are over. */
final class KpiJobs {
    private static final Logger LOG = LoggerFactory.getLogger(KpiJobs.class);

    private final Stack stack;
    private final StackOptions options;
    private final Clock clock;
    private final FlinkRest rest;
    private final Deployments deployments;
    private final Map<String, JobKeeper> keepers = new HashMap<>();

    KpiJobs(Stack stack, StackOptions options, Clock clock) {
        this.stack = stack;
        this.options = options;
        this.clock = clock;
        this.rest = new FlinkRest(stack.ports().url(Port.FLINK));
        this.deployments = new Deployments(stack.home());
    }

    /** Returns when every job whose values readers are shown works; one that is not shown holds nobody up. */
    synchronized void bringUp() throws IOException, InterruptedException {
        deployments.beginFirst(stack.distribution().configuration("kpis.yaml"), Catalogues.of(stack.home()));
        for (Deployment deployment : deployments.kept()) {
            if (!deployment.isPending() && !deployment.isOver(clock.instant())) {
                keeper(deployment).bringUp();
            }
        }
    }

    /** Looks whether all jobs run as they should, and does what is missing. */
    synchronized void keep() throws IOException, InterruptedException {
        IOException trouble = null;
        for (Deployment deployment : deployments.kept()) {
            try {
                keep(deployment);
                deployments.tellTrouble(deployment, "");
            } catch (IOException e) {
                // The others are looked after all the same.
                deployments.tellTrouble(deployment, String.valueOf(e.getMessage()));
                trouble = e;
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    private void keep(Deployment deployment) throws IOException, InterruptedException {
        if (deployment.isOver(clock.instant())) {
            end(deployment);
        } else {
            keeper(deployment).keep();
        }
    }

    private void end(Deployment deployment) throws IOException, InterruptedException {
        keeper(deployment).end();
        if (deployment.isWithdrawn()) {
            try {
                new VersionTables(stack.database()).forget(deployment.name());
            } catch (SQLException e) {
                throw new IOException("the values of " + deployment.name() + " can't be deleted: " + e.getMessage(), e);
            }
        }
        keepers.remove(deployment.name());
        deployments.write(deployment.ended());
        LOG.info("deployment={} ended", deployment.name());
    }

    /** Ends each job with a savepoint in the time given; when that fails its checkpoints have to do. */
    synchronized void stop(Duration limit) throws InterruptedException {
        for (Map.Entry<String, JobKeeper> keeper : keepers.entrySet()) {
            try {
                keeper.getValue().stopForGood(limit);
            } catch (IOException e) {
                LOG.info("the job {} ends without a savepoint: {}", keeper.getKey(), e.getMessage());
            }
        }
    }

    private JobKeeper keeper(Deployment deployment) throws IOException {
        JobKeeper known = keepers.get(deployment.name());
        if (known == null) {
            known = new JobKeeper(
                    rest, KpiJobSettings.write(stack, options.sources(), options.flink(), deployment), clock);
            keepers.put(deployment.name(), known);
        }
        return known;
    }
}
