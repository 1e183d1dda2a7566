package com.sentia.launcher.flink;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one job running on the session cluster: submits it, submits it anew from its newest checkpoint when it is gone
 * (a JobManager that was killed forgets its jobs), and replaces it through a savepoint when its jar has changed.
 */
public final class JobKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(JobKeeper.class);
    private static final Duration SAVEPOINT_LIMIT = Duration.ofSeconds(60);
    private static final Duration RESTORE_LIMIT = Duration.ofSeconds(30);
    private static final Duration END_LIMIT = Duration.ofSeconds(30);
    private static final Duration TASKS_LIMIT = Duration.ofMinutes(1);
    private static final long POLL_MS = 100;

    private final FlinkRest rest;
    private final JobSpec spec;
    private final RestorePoints points;
    private final JobFile file;
    private final JobFingerprint fingerprint;

    public JobKeeper(FlinkRest rest, JobSpec spec, Clock clock) {
        this.rest = rest;
        this.spec = spec;
        this.points = new RestorePoints(spec.state());
        this.file = new JobFile(spec.state().resolve("job"));
        this.fingerprint = new JobFingerprint(spec, clock);
    }

    /** Keeps the job and returns when every task of it works. */
    public void bringUp() throws IOException, InterruptedException {
        keep();
        long end = System.nanoTime() + TASKS_LIMIT.toNanos();
        Optional<FlinkRest.Job> job = running();
        while (job.isEmpty() || !rest.allTasksRun(job.get().id())) {
            if (System.nanoTime() > end) {
                throw new IOException("not every task of the job " + spec.name() + " got to run");
            }
            Thread.sleep(POLL_MS);
            job = running();
        }
    }

    /** Looks whether the job runs as it should, and does what is missing; the same again does nothing. */
    public void keep() throws IOException, InterruptedException {
        Optional<String> wanted = fingerprint.now();
        if (wanted.isEmpty()) {
            LOG.info("job jar is being written, looked at again later");
            return;
        }
        keep(wanted.get());
    }

    private void keep(String wanted) throws IOException, InterruptedException {
        Optional<JobFile.Entry> known = file.read();
        cancelDoubles(known.map(JobFile.Entry::jobId).orElse(""));
        Optional<FlinkRest.Job> running = running();
        if (running.isEmpty()) {
            submit(wanted);
            return;
        }
        FlinkRest.Job job = running.get();
        boolean current = known.map(entry -> entry.equals(new JobFile.Entry(job.id(), wanted)))
                .orElse(false);
        if (!current) {
            LOG.info("name={} job={} was started from another jar or settings, is replaced", spec.name(), job.id());
            stop(job, SAVEPOINT_LIMIT);
            submit(wanted);
        }
    }

    /** The job, if the cluster has it. */
    public Optional<FlinkRest.Job> running() throws IOException {
        return copies().stream().findFirst();
    }

    /** A submission whose answer was lost may have been taken, and the next one too: they would fence each other off for ever. */
    private void cancelDoubles(String known) throws IOException {
        List<FlinkRest.Job> copies = copies();
        if (copies.size() > 1) {
            FlinkRest.Job kept = copies.stream()
                    .filter(job -> job.id().equals(known))
                    .findFirst()
                    .orElse(copies.get(0));
            for (FlinkRest.Job job : copies) {
                if (!job.equals(kept)) {
                    LOG.warn("name={} job={} runs a second time, is cancelled", spec.name(), job.id());
                    rest.cancel(job.id());
                }
            }
        }
    }

    private List<FlinkRest.Job> copies() throws IOException {
        return rest.jobs().stream()
                .filter(job -> job.name().equals(spec.name()) && !job.isOver())
                .toList();
    }

    /** Cancels the job for good and removes its state; returns when the cluster no longer runs it. */
    public void end() throws IOException, InterruptedException {
        long end = System.nanoTime() + END_LIMIT.toNanos();
        Optional<FlinkRest.Job> job = running();
        if (job.isPresent()) {
            rest.cancel(job.get().id());
            LOG.info("name={} job={} cancelled for good", spec.name(), job.get().id());
        }
        while (running().isPresent()) {
            if (System.nanoTime() > end) {
                throw new IOException("the job " + spec.name() + " doesn't end");
            }
            Thread.sleep(POLL_MS);
        }
        points.deleteAll();
        file.delete();
    }

    /** Ends the job with a savepoint in the time given; when that fails its checkpoints have to do. */
    public void stopForGood(Duration limit) throws IOException, InterruptedException {
        Optional<FlinkRest.Job> job = running();
        if (job.isPresent() && job.get().isRunning()) {
            stop(job.get(), limit);
        }
    }

    private void submit(String print) throws IOException, InterruptedException {
        Optional<Path> point = points.newest();
        String from = point.map(path -> path.toUri().toString()).orElse(null);
        String jar = rest.upload(spec.jar());
        try {
            String id = rest.run(jar, spec, from);
            file.write(new JobFile.Entry(id, print));
            LOG.info("name={} job={} submitted from={}", spec.name(), id, from);
            if (from != null) {
                requireRestored(id);
            }
        } finally {
            rest.deleteJar(jar);
        }
        points.tidy();
    }

    /** Flink ignores what it doesn't know in a request: a job that began empty would count everything twice. */
    private void requireRestored(String id) throws IOException, InterruptedException {
        long end = System.nanoTime() + RESTORE_LIMIT.toNanos();
        while (rest.restoredFrom(id).isEmpty()) {
            if (System.nanoTime() > end) {
                rest.cancel(id);
                throw new IOException("job " + id + " was not restored from its checkpoint, and was cancelled");
            }
            Thread.sleep(POLL_MS);
        }
    }

    private void stop(FlinkRest.Job job, Duration limit) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        try {
            String request = rest.stopWithSavepoint(job.id(), spec);
            Optional<String> savepoint = Optional.empty();
            while (savepoint.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(POLL_MS);
                savepoint = rest.savepoint(job.id(), request);
            }
            LOG.info("job={} stopped savepoint={}", job.id(), savepoint.orElse("none in time"));
        } catch (IOException e) {
            LOG.warn(
                    "job={} can't be stopped with a savepoint, goes on from its checkpoint: {}",
                    job.id(),
                    e.getMessage());
        }
        if (rest.jobs().stream().anyMatch(other -> other.id().equals(job.id()) && !other.isOver())) {
            rest.cancel(job.id());
        }
    }
}
