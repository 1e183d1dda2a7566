package com.sentia.launcher.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls to parts on this machine: an answer other than 2xx is an {@link IOException} that carries its text. */
public final class Http {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int LONGEST_ERROR = 500;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    private Http() {}

    public static JsonNode get(String url) throws IOException {
        return json(bytes(url));
    }

    public static byte[] bytes(String url) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    public static JsonNode post(String url, Object body) throws IOException {
        return json(send(withJson(url).POST(json(body))));
    }

    /** As {@link #post(String, Object)}, for what takes the other side longer than a look. */
    public static JsonNode post(String url, Object body, Duration limit) throws IOException {
        return json(send(withJson(url).POST(json(body)), limit));
    }

    public static JsonNode put(String url, Object body) throws IOException {
        return json(send(withJson(url).PUT(json(body))));
    }

    public static JsonNode patch(String url) throws IOException {
        return json(send(HttpRequest.newBuilder(URI.create(url)).method("PATCH", BodyPublishers.noBody())));
    }

    public static JsonNode patch(String url, Object body) throws IOException {
        return json(send(withJson(url).method("PATCH", json(body))));
    }

    public static void delete(String url) throws IOException {
        send(HttpRequest.newBuilder(URI.create(url)).DELETE());
    }

    /** Posts a body of any content type. */
    public static JsonNode post(String url, String contentType, BodyPublisher body) throws IOException {
        return json(send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", contentType)
                .POST(body)));
    }

    /** Whether the address answers with 2xx now. */
    public static boolean answers(String url) {
        try {
            bytes(url);
            return true;
        } catch (IOException expected) {
            return false;
        }
    }

    private static HttpRequest.Builder withJson(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json");
    }

    private static BodyPublisher json(Object body) throws JsonProcessingException {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private static JsonNode json(byte[] body) throws IOException {
        return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    }

    private static byte[] send(HttpRequest.Builder request) throws IOException {
        return send(request, ANSWER);
    }

    private static byte[] send(HttpRequest.Builder request, Duration limit) throws IOException {
        HttpRequest built = request.timeout(limit).build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(built, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                String text = new String(response.body(), StandardCharsets.UTF_8);
                throw new HttpStatusException(
                        response.statusCode(),
                        built.method() + " " + built.uri() + " answered " + response.statusCode() + ": "
                                + text.substring(0, Math.min(text.length(), LONGEST_ERROR)));
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
