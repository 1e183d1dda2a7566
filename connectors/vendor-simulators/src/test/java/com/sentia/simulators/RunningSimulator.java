package com.sentia.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A simulator on a free port, and a client that speaks to it as Shopify's clients do. */
public final class RunningSimulator implements AutoCloseable {
    public static final String UK = "sentia-uk.myshopify.com";
    public static final String EU = "sentia-eu.myshopify.com";
    public static final String USA = "sentia-usa.myshopify.com";
    static final String TOKEN = "shpat_simulated";
    static final Instant WALL = Instant.parse("2011-02-03T00:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Simulator simulator;

    private RunningSimulator(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Starts with these settings over such as suit a test: dates kept, everything history, time almost still. */
    public static RunningSimulator start(Path data, Path state, Map<String, String> overrides) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "http.port", "0",
                "data.file", data.toString(),
                "state.dir", state.toString(),
                "shift", "none",
                "history.share", "1",
                "clock.speed", "0.001",
                "access.token", TOKEN));
        settings.putAll(overrides);
        return new RunningSimulator(
                Simulator.start(SimulatorSettings.from(Settings.of(settings)), Clock.fixed(WALL, ZoneOffset.UTC)));
    }

    public int port() {
        return simulator.port();
    }

    /** The JSON of an answer that has to be of status 200. */
    public JsonNode query(String shop, String query, Map<String, ?> variables) {
        HttpResponse<String> response = post(
                "/shops/" + shop + "/admin/api/2026-10/graphql.json",
                TOKEN,
                json(Map.of("query", query, "variables", variables)));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return parse(response.body());
    }

    public JsonNode query(String shop, String query) {
        return query(shop, query, Map.of());
    }

    /** Reads a shop's feed to its end, as drain mode waits for. */
    public JsonNode readToEnd(String shop) {
        return query(shop, "{orders(first: 250, sortKey: UPDATED_AT) {nodes {id} pageInfo {hasNextPage}}}");
    }

    public JsonNode control(String path, Map<String, ?> body) {
        return parse(post("/control/" + path, TOKEN, json(body)).body());
    }

    public JsonNode status() {
        return parse(send(request("/control/status").GET().build()).body());
    }

    /** The body that is answered at a path of the controls. */
    String told(String path) {
        return send(request("/control/" + path).GET().build()).body();
    }

    /** What the shops hold, a line each. */
    public List<String> entities() {
        return send(request("/control/entities").GET().build()).body().lines().toList();
    }

    public HttpResponse<String> post(String path, String token, String body) {
        return send(request(path)
                .header("X-Shopify-Access-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Waits until a condition holds; fails when it does not within a deadline. */
    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() {
        try {
            simulator.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }
}
