package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A shop with as many plain orders as wanted, one a minute, that pages by cursor, up to a barrier that the test lifts. */
final class PagedShop implements AutoCloseable {
    static final String DOMAIN = "paged.myshopify.com";
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final HttpServer server;
    private final int orders;
    private volatile boolean lifted;

    /** Orders from the barrier on get 503 for an answer until it is lifted. */
    PagedShop(int orders, int barrier) throws IOException {
        this.orders = orders;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/", exchange -> {
            JsonNode request =
                    new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes());
            JsonNode variables = request.path("variables");
            boolean barred = !lifted && variables.path("after").asInt() >= barrier;
            String query = request.path("query").asText();
            byte[] body = answer(query, variables).getBytes(StandardCharsets.UTF_8);
            String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
            exchange.getResponseHeaders().set("Date", now);
            exchange.sendResponseHeaders(barred ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/shops/{shop}";
    }

    void lift() {
        lifted = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String answer(String query, JsonNode variables) {
        if (query.contains("currentAppInstallation")) {
            return ScriptedShop.scopes("read_orders", "read_all_orders");
        }
        if (!variables.has("first")) {
            return "{\"data\":{\"ordersCount\":{\"count\":%d,\"precision\":\"EXACT\"}}}".formatted(orders);
        }
        Instant from = Instant.parse(variables.path("query").asText().replaceAll(".*'(.*)'.*", "$1"));
        long skipped = Math.max(0, (from.getEpochSecond() - FIRST.getEpochSecond() + 59) / 60);
        int start = variables.path("after").isNull()
                ? (int) skipped
                : variables.path("after").asInt();
        int end = Math.min(orders, start + variables.path("first").asInt());
        String nodes = IntStream.range(start, end)
                .mapToObj(i ->
                        ScriptedShop.order(i + 1, FIRST.plusSeconds(60L * i).toString()))
                .collect(Collectors.joining(","));
        return """
                {"data":{"orders":{"nodes":[%s],"pageInfo":{"hasNextPage":%b,"endCursor":"%d"}},
                 "ordersCount":{"count":%d,"precision":"EXACT"}}}""".formatted(nodes, end < orders, end, orders - skipped);
    }
}
