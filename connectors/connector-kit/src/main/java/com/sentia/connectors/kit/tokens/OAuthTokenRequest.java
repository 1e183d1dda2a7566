package com.sentia.connectors.kit.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.connectors.kit.HttpAnswer;
import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.RetryAfter;
import com.sentia.connectors.kit.SourceException;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks an OAuth 2 token endpoint (RFC 6749) by a form, with a refresh token where there is one and else by client credentials. */
public final class OAuthTokenRequest implements TokenRequest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Of a token whose life is not told: asked for again rather early than late. */
    private static final Duration UNTOLD_LIFE = Duration.ofMinutes(15);

    /** Error codes of the standard; anything else may hold what must not be repeated. */
    private static final String CODE = "[a-z_]{1,40}";

    private final HttpExchange http;
    private final URI endpoint;
    private final Map<String, String> headers;
    private final Map<String, Secret> client;
    private final String remedy;

    /**
     * Asks at one endpoint for one client.
     *
     * @param headers sent besides the form's own
     * @param client fields that tell who asks, such as client_id and client_secret
     * @param remedy what people are to do when it is refused for good
     */
    public OAuthTokenRequest(
            HttpExchange http, URI endpoint, Map<String, String> headers, Map<String, Secret> client, String remedy) {
        this.http = http;
        this.endpoint = endpoint;
        this.headers = new LinkedHashMap<>(headers);
        this.headers.put("Content-Type", "application/x-www-form-urlencoded");
        this.headers.put("Accept", "application/json");
        this.client = Map.copyOf(client);
        this.remedy = remedy;
    }

    @Override
    public Grant ask(Optional<Secret> refreshToken) throws SourceException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", refreshToken.isPresent() ? "refresh_token" : "client_credentials");
        client.forEach((field, secret) -> form.put(field, secret.reveal()));
        refreshToken.ifPresent(token -> form.put("refresh_token", token.reveal()));
        HttpAnswer answer = http.post(endpoint, headers, encoded(form));
        check(answer);
        return grant(read(answer));
    }

    private void check(HttpAnswer answer) throws SourceException {
        int status = answer.status();
        if (status == 200) {
            return;
        }
        if (status == 429) {
            throw new SourceException.Wait(RetryAfter.of(answer), "the token endpoint answers HTTP 429");
        }
        if (status >= 500 || status == 408) {
            throw new SourceException.Retry("the token endpoint answers HTTP " + status, null);
        }
        String code = read(answer).path("error").asText();
        String why = code.matches(CODE) ? " " + code : "";
        throw new SourceException.StopUnit(
                "no access token is given (HTTP " + status + why + " from " + endpoint.getHost() + "): " + remedy);
    }

    private static Grant grant(JsonNode json) throws SourceException.Retry {
        String access = json.path("access_token").asText();
        if (access.isEmpty()) {
            // It may have rotated all the same: the refresh token that is stored is asked with again.
            throw new SourceException.Retry("the token endpoint's answer has no access token, or breaks off", null);
        }
        long seconds = json.path("expires_in").asLong(UNTOLD_LIFE.toSeconds());
        String refresh = json.path("refresh_token").asText();
        return new Grant(
                new Secret(access),
                Duration.ofSeconds(seconds),
                refresh.isEmpty() ? Optional.empty() : Optional.of(new Secret(refresh)));
    }

    /** What can't be read is nothing. */
    private static JsonNode read(HttpAnswer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException expected) {
            return JSON.missingNode();
        }
    }

    private static byte[] encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
