package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.settings.Settings;
import com.sentia.simulators.Simulator;
import com.sentia.simulators.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The project's Shopify simulator over a retail file made up for the test. */
final class RetailShops implements AutoCloseable {
    static final String UK = "sentia-uk.myshopify.com";
    static final String EU = "sentia-eu.myshopify.com";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulator simulator;

    private RetailShops(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Starts with part of the file as history and the clock at a speed. */
    static RetailShops start(Path home, String csv, double historyShare, String plan, double speed) throws IOException {
        return start(home, csv, historyShare, plan, speed, Map.of());
    }

    /** The same with more settings. */
    static RetailShops start(
            Path home, String csv, double historyShare, String plan, double speed, Map<String, String> more)
            throws IOException {
        Path data = Files.writeString(home.resolve("retail.csv"), csv);
        Path token = Files.writeString(home.resolve("token"), "secret-token");
        Map<String, String> all = new HashMap<>(Map.of(
                "http.port", "0",
                "data.file", data.toString(),
                "state.dir", home.resolve("state").toString(),
                "history.share", Double.toString(historyShare),
                "clock.speed", Double.toString(speed),
                "plan", plan,
                "access.token-file", token.toString()));
        all.putAll(more);
        Settings settings = Settings.of(all);
        return new RetailShops(Simulator.start(SimulatorSettings.from(settings), Clock.systemUTC()));
    }

    String baseUrl() {
        return "http://127.0.0.1:" + simulator.port() + "/shops/{shop}";
    }

    void fault(String shop, String kind, int count) {
        control("faults", "{\"shop\":\"%s\",\"kind\":\"%s\",\"count\":%d}".formatted(shop, kind, count));
    }

    /** Lets a shop count so many orders that it does not list. */
    void hide(String shop, int orders) {
        control("hidden", "{\"shop\":\"%s\",\"orders\":%d}".formatted(shop, orders));
    }

    /** How many tokens a shop has given (issued) and refused. */
    JsonNode tokens(String shop) {
        return status().path("tokens").path(shop);
    }

    /** The shops' own time. */
    Instant now() {
        return Instant.parse(status().path("virtualNow").asText());
    }

    private JsonNode status() {
        URI status = URI.create("http://127.0.0.1:" + simulator.port() + "/control/status");
        try {
            return JSON.readTree(send(HttpRequest.newBuilder(status).GET().build()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Lets other apps hold so many of a shop's bulk slots. */
    void bulkStrangers(String shop, int count) {
        control("bulk", "{\"shop\":\"%s\",\"strangers\":%d}".formatted(shop, count));
    }

    /** Puts a query, its quotes escaped, to a shop. */
    String query(String shop, String query) {
        return post("/shops/" + shop + "/admin/api/2026-10/graphql.json", "{\"query\":\"" + query + "\"}");
    }

    void speed(double speed) {
        control("clock", "{\"mode\":\"speed\",\"speed\":%f}".formatted(speed));
    }

    @Override
    public void close() throws IOException {
        simulator.close();
    }

    private void control(String what, String body) {
        String unused = post("/control/" + what, body);
    }

    private String post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path))
                .header("X-Shopify-Access-Token", "secret-token")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return send(request);
    }

    private static String send(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
