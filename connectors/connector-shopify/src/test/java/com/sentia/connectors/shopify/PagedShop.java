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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A shop with as many plain orders as wanted, one a minute, that pages one query no further than Shopify does. */
final class PagedShop implements AutoCloseable {
    static final String DOMAIN = "paged.myshopify.com";
    /** Objects that Shopify pages one query far. */
    private static final int MOST = 25_000;

    private static final int NONE = -1;

    private static final Pattern FROM = Pattern.compile("updated_at:>='([^']+)'");
    private static final Pattern BEFORE = Pattern.compile("updated_at:<'([^']+)'");
    private static final Pattern UNTIL = Pattern.compile("updated_at:<='([^']+)'");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final HttpServer server;
    private final int orders;
    private final AtomicInteger hidden = new AtomicInteger(NONE);
    private final AtomicBoolean refusing = new AtomicBoolean();

    PagedShop(int orders) throws IOException {
        this.orders = orders;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/", exchange -> {
            JsonNode request =
                    new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes());
            JsonNode variables = request.path("variables");
            String query = request.path("query").asText();
            byte[] body = answer(query, variables).getBytes(StandardCharsets.UTF_8);
            String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
            exchange.getResponseHeaders().set("Date", now);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** Leaves an order out the next time its page is asked for, counting it nevertheless. */
    void hideOnce(int number) {
        hidden.set(number - 1);
    }

    /** Refuses the next position it is asked to go on from. */
    void refusePositionOnce() {
        refusing.set(true);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/shops/{shop}";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String answer(String query, JsonNode variables) {
        if (query.contains("currentAppInstallation")) {
            return ScriptedShop.scopes("read_orders", "read_all_orders");
        }
        String search = variables.path("query").asText();
        int first = Math.max(0, upTo(search, FROM, orders));
        int behind = Math.min(upTo(search, BEFORE, orders), upTo(search, UNTIL, orders));
        int count = Math.max(0, behind - first);
        if (!variables.has("first")) {
            return "{\"data\":{\"ordersCount\":{\"count\":%d,\"precision\":\"EXACT\"}}}".formatted(count);
        }
        if (!variables.path("after").isNull() && refusing.getAndSet(false)) {
            return "{\"errors\":[{\"message\":\"Invalid cursor for current pagination sort.\"}]}";
        }
        int start = variables.path("after").isNull()
                ? first
                : variables.path("after").asInt();
        int end = Math.min(behind, start + variables.path("first").asInt());
        if (end - first > MOST) {
            return "{\"errors\":[{\"message\":\"Pagination is limited to %d objects\"}]}".formatted(MOST);
        }
        int left = hidden.get();
        if (left >= start && left < end) {
            hidden.set(NONE);
        }
        String nodes = IntStream.range(start, end)
                .filter(i -> i != left)
                .mapToObj(i ->
                        ScriptedShop.order(i + 1, FIRST.plusSeconds(60L * i).toString()))
                .collect(Collectors.joining(","));
        return """
                {"data":{"orders":{"nodes":[%s],"pageInfo":{"hasNextPage":%b,"endCursor":"%d"}},
                 "ordersCount":{"count":%d,"precision":"EXACT"}}}""".formatted(nodes, end < behind, end, count);
    }

    /** The number of the first order that a bound leaves out (an upper one) or lets in (a lower one). */
    private static int upTo(String search, Pattern bound, int otherwise) {
        Matcher found = bound.matcher(search);
        if (!found.find()) {
            return otherwise;
        }
        long seconds = Instant.parse(found.group(1)).getEpochSecond() - FIRST.getEpochSecond();
        long number = bound == UNTIL ? Math.floorDiv(seconds, 60) + 1 : Math.floorDiv(seconds + 59, 60);
        return (int) Math.min(otherwise, number);
    }
}
