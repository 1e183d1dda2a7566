package com.sentia.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The part of the Confluent schema registry's HTTP API that writing and reading records needs, kept in memory. */
public final class TestingRegistry implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SUBJECT_NOT_FOUND = 40401;

    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();
    private final Set<String> subjects = new HashSet<>();

    private TestingRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A registry of one's own; the caller closes it. */
    public static TestingRegistry start() {
        try {
            return new TestingRegistry();
        } catch (IOException e) {
            throw new UncheckedIOException("no registry for this test", e);
        }
    }

    /** Base address for clients. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        ObjectNode body = JSON.createObjectNode();
        int status = 200;
        synchronized (this) {
            if (path[1].equals("config")) {
                body.put(
                        "compatibility",
                        JSON.readTree(request).path("compatibility").asText());
            } else if (path[1].equals("schemas")) {
                int id = Integer.parseInt(path[3]);
                status = id <= schemas.size() ? 200 : 404;
                body.put("schema", id <= schemas.size() ? schemas.get(id - 1) : "");
            } else {
                status = subject(path[2], path.length > 3, JSON.readTree(request), body);
            }
        }
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int subject(String subject, boolean register, JsonNode request, ObjectNode body) {
        String schema = request.path("schema").asText();
        if (register) {
            subjects.add(subject + schema);
            if (!schemas.contains(schema)) {
                schemas.add(schema);
            }
        }
        if (!subjects.contains(subject + schema)) {
            body.put("error_code", SUBJECT_NOT_FOUND).put("message", "Subject not found.");
            return 404;
        }
        body.put("subject", subject).put("id", schemas.indexOf(schema) + 1).put("version", 1);
        body.put("schema", schema);
        return 200;
    }
}
