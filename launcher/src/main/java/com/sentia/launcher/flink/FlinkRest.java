package com.sentia.launcher.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.sentia.launcher.http.Http;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The few calls of Flink's REST interface the launcher needs. */
public final class FlinkRest {
    /** The job's graph is made in this call: an answer that comes late on a busy machine must not be a second job. */
    private static final Duration RUN_LIMIT = Duration.ofMinutes(1);

    private static final String BOUNDARY = "sentia-job-jar-boundary";

    private final String url;

    public FlinkRest(String url) {
        this.url = url;
    }

    /** A job as the overview shows it. */
    public record Job(String id, String name, String state) {
        public boolean isOver() {
            return List.of("FINISHED", "FAILED", "CANCELED", "SUSPENDED").contains(state);
        }

        public boolean isRunning() {
            return state.equals("RUNNING");
        }
    }

    public List<Job> jobs() throws IOException {
        List<Job> jobs = new ArrayList<>();
        for (JsonNode job : Http.get(url + "/jobs/overview").path("jobs")) {
            jobs.add(new Job(
                    job.path("jid").asText(),
                    job.path("name").asText(),
                    job.path("state").asText()));
        }
        return jobs;
    }

    /** Uploads a jar and returns the name Flink knows it by. */
    String upload(Path jar) throws IOException {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                        + jar.getFileName() + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        JsonNode answer = Http.post(
                url + "/jars/upload",
                "multipart/form-data; boundary=" + BOUNDARY,
                BodyPublishers.ofByteArrays(List.of(head, Files.readAllBytes(jar), tail)));
        String name = answer.path("filename").asText();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    void deleteJar(String jar) throws IOException {
        Http.delete(url + "/jars/" + jar);
    }

    /** Slots of the cluster that no job holds. */
    public int freeSlots() throws IOException {
        return Http.get(url + "/overview").path("slots-available").asInt();
    }

    /** Runs an uploaded jar, from a savepoint or checkpoint when one is given; returns the job's id. */
    String run(String jar, JobSpec spec, @Nullable String restoreFrom) throws IOException {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("entryClass", spec.mainClass());
        request.put("programArgsList", List.of("--settings", spec.settings().toString()));
        request.put("parallelism", spec.parallelism());
        request.put(
                "flinkConfiguration",
                Map.of(
                        "execution.checkpointing.dir", folder(spec, RestorePoints.CHECKPOINTS),
                        "execution.checkpointing.savepoint-dir", folder(spec, RestorePoints.SAVEPOINTS)));
        if (restoreFrom != null) {
            request.put("savepointPath", restoreFrom);
            request.put("claimMode", "CLAIM");
            request.put("allowNonRestoredState", false);
        }
        return Http.post(url + "/jars/" + jar + "/run", request, RUN_LIMIT)
                .path("jobid")
                .asText();
    }

    private static String folder(JobSpec spec, String kind) {
        return spec.state().resolve(kind).toUri().toString();
    }

    /** Whether every task of the job works. */
    public boolean allTasksRun(String job) throws IOException {
        for (JsonNode vertex : Http.get(url + "/jobs/" + job).path("vertices")) {
            if (!vertex.path("status").asText().equals("RUNNING")) {
                return false;
            }
        }
        return true;
    }

    /** Where the job began: the checkpoint or savepoint it was restored from. Flink ignores unknown fields in silence. */
    Optional<String> restoredFrom(String job) throws IOException {
        JsonNode restored =
                Http.get(url + "/jobs/" + job + "/checkpoints").path("latest").path("restored");
        return restored.hasNonNull("external_path")
                ? Optional.of(restored.path("external_path").asText())
                : Optional.empty();
    }

    /** Milliseconds since the epoch at which the last finished checkpoint was acknowledged; empty before the first. */
    public Optional<Long> lastCheckpoint(String job) throws IOException {
        JsonNode completed =
                Http.get(url + "/jobs/" + job + "/checkpoints").path("latest").path("completed");
        return completed.hasNonNull("latest_ack_timestamp")
                ? Optional.of(completed.path("latest_ack_timestamp").asLong())
                : Optional.empty();
    }

    /** Begins to stop a job with a savepoint; the answer names the request. */
    String stopWithSavepoint(String job, JobSpec spec) throws IOException {
        Map<String, Object> request = Map.of(
                "drain", false, "formatType", "NATIVE", "targetDirectory", folder(spec, RestorePoints.SAVEPOINTS));
        return Http.post(url + "/jobs/" + job + "/stop", request)
                .path("request-id")
                .asText();
    }

    /** The savepoint a stop led to; empty while it is being made. */
    Optional<String> savepoint(String job, String request) throws IOException {
        JsonNode answer = Http.get(url + "/jobs/" + job + "/savepoints/" + request);
        if (!answer.path("status").path("id").asText().equals("COMPLETED")) {
            return Optional.empty();
        }
        JsonNode operation = answer.path("operation");
        if (!operation.hasNonNull("location")) {
            throw new IOException("no savepoint: "
                    + operation.path("failure-cause").path("class").asText("unknown cause"));
        }
        return Optional.of(operation.path("location").asText());
    }

    void cancel(String job) throws IOException {
        Http.patch(url + "/jobs/" + job + "?mode=cancel");
    }

    /** Why the job failed last, or empty. */
    public String lastFailure(String job) throws IOException {
        JsonNode entries = Http.get(url + "/jobs/" + job + "/exceptions?maxExceptions=1")
                .path("exceptionHistory")
                .path("entries");
        return entries.path(0).path("stacktrace").asText().lines().findFirst().orElse("");
    }
}
