package com.sentia.queryapi;

import com.sentia.settings.Settings;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running API on a free port, and a client of it. */
final class RunningApi implements AutoCloseable {
    private static final long START_SECONDS = 20;

    private final ApiServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningApi(ApiServer server) {
        this.server = server;
    }

    static RunningApi start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("http.port", "0");
        return new RunningApi(ApiServer.start(ApiSettings.from(Settings.of(all)))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                .join());
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send("GET", path);
    }

    /** The body of a 200. */
    JsonObject read(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return new JsonObject(answer.body());
    }

    /** The problem of an answer that must be one. */
    JsonObject problem(String path, int status) {
        HttpResponse<String> answer = get(path);
        String type = answer.headers().firstValue("Content-Type").orElse("none");
        if (answer.statusCode() != status || !type.equals("application/problem+json")) {
            throw new AssertionError(path + " answered " + answer.statusCode() + " " + type + ": " + answer.body());
        }
        return new JsonObject(answer.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
