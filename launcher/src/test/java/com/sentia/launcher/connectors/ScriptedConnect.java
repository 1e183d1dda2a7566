package com.sentia.launcher.connectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A Connect worker's REST interface that answers what the test tells it to, and one connector that can be stopped. */
final class ScriptedConnect implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile String state = "RUNNING";

    ScriptedConnect() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no server for this test", e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers a call such as {@code GET /connectors/x/offsets} with a status and a body. */
    ScriptedConnect answer(String call, int status, String body) {
        answers.put(call, status + body);
        return this;
    }

    /** The calls that changed something, in order. */
    List<String> changes() {
        return calls.stream().filter(call -> !call.startsWith("GET")).toList();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        calls.add(call);
        if (call.endsWith("/stop")) {
            state = "STOPPED";
        } else if (call.endsWith("/resume")) {
            state = "RUNNING";
        }
        String status = "200{\"connector\":{\"state\":\"%s\"},\"tasks\":[]}".formatted(state);
        String answer = answers.getOrDefault(call, call.endsWith("/status") ? status : "204");
        byte[] body = answer.substring(3).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
