package com.sentia.connectors.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shop that answers what the test tells it to: next the scripted answers, then the same one for ever. */
final class ScriptedShop implements AutoCloseable {
    static final String DOMAIN = "scripted.myshopify.com";
    static final String THROTTLED = """
            {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],
             "extensions":{"cost":{"requestedQueryCost":100,"throttleStatus":
               {"maximumAvailable":2000,"currentlyAvailable":50,"restoreRate":1000}}}}""";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What to answer. */
    record Answer(int status, String body, boolean dated) {
        static Answer of(int status, String body) {
            return new Answer(status, body, true);
        }
    }

    private final HttpServer server;
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private volatile Answer otherwise;
    private volatile String scopes = scopes("read_orders", "read_all_orders", "read_products");

    ScriptedShop(Answer otherwise) throws IOException {
        this.otherwise = otherwise;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The answer that tells a token's access scopes. */
    static String scopes(String... handles) {
        String list = Stream.of(handles).map("{\"handle\":\"%s\"}"::formatted).collect(Collectors.joining(","));
        return "{\"data\":{\"currentAppInstallation\":{\"accessScopes\":[" + list + "]}}}";
    }

    /** A page with one order and nothing behind it. */
    static Answer oneOrder() {
        return Answer.of(200, page(order(1, "2026-01-01T10:00:00Z"), 1));
    }

    static String page(String orders, int count) {
        return """
                {"data":{"orders":{"nodes":[%s],"pageInfo":{"hasNextPage":false,"endCursor":null}},
                 "ordersCount":{"count":%d,"precision":"EXACT"}}}""".formatted(orders, count);
    }

    static String order(int id, String updatedAt) {
        String none = "{\"nodes\":[],\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":null}}";
        return """
                {"id":"gid://shopify/Order/%d","name":"#%d","processedAt":"%s","createdAt":"%s","updatedAt":"%s",
                 "cancelledAt":null,"sourceName":"web","currencyCode":"GBP","test":false,
                 "customer":{"id":"gid://shopify/Customer/7"},"totalTaxSet":null,
                 "lineItems":%s,"shippingLines":%s,"discountApplications":%s,"refunds":[],"transactions":[]}""".formatted(id, id, updatedAt, updatedAt, updatedAt, none, none, none);
    }

    ScriptedShop then(Answer... answers) {
        script.addAll(List.of(answers));
        return this;
    }

    /** Grants these scopes and no others; questions for them stand outside the script. */
    void grant(String... handles) {
        scopes = scopes(handles);
    }

    void otherwise(Answer answer) {
        otherwise = answer;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/shops/{shop}";
    }

    List<JsonNode> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Answer answerTo(JsonNode request) {
        if (request.path("query").asText().contains("currentAppInstallation")) {
            return Answer.of(200, scopes);
        }
        requests.add(request);
        Answer scripted = script.poll();
        return scripted == null ? otherwise : scripted;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Answer answer = answerTo(JSON.readTree(exchange.getRequestBody().readAllBytes()));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        exchange.getResponseHeaders().set("Date", answer.dated() ? now : "yesterday");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
