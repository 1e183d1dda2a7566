package com.sentia.simulators.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shop gives for what, and for how long it is good. */
class AppTokensTest {
    private static final AppSettings APP = new AppSettings(
            "app", new Secret("app-secret"), new Secret("first"), Duration.ofHours(1), Duration.ofHours(24));
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong(1_000_000);

    @Test
    void rotateTheRefreshTokenAndEndTheOldOneOnceTheNewOneIsUsed() {
        AppTokens tokens = tokens();
        JsonNode one = refresh(tokens, "first");
        JsonNode two = refresh(tokens, text(one, "refresh_token"));

        assertThat(one.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(text(two, "refresh_token")).isNotEqualTo(text(one, "refresh_token"));
        assertThat(text(refresh(tokens, "first"), "error")).isEqualTo("invalid_grant");
    }

    @Test
    void giveAgainForTheOldRefreshTokenWhileNobodyHasUsedTheNewOne() {
        AppTokens tokens = tokens();
        JsonNode lost = refresh(tokens, "first");
        JsonNode again = refresh(tokens, "first");

        assertThat(tokens.isGood(text(again, "access_token"))).isTrue();
        assertThat(tokens.isGood(text(lost, "access_token"))).isFalse();
        assertThat(text(refresh(tokens, text(lost, "refresh_token")), "error")).isEqualTo("invalid_grant");
        assertThat(text(refresh(tokens, "first"), "error"))
                .as("the new one was used")
                .isEqualTo("invalid_grant");
        assertThat(text(refresh(tokens, text(again, "refresh_token")), "access_token"))
                .isNotEmpty();
    }

    @Test
    void endWithTheirLife() {
        AppTokens tokens = tokens();
        String access = text(refresh(tokens, "first"), "access_token");

        now.addAndGet(HOUR - 1);
        assertThat(tokens.isGood(access)).isTrue();
        now.addAndGet(1);
        assertThat(tokens.isGood(access)).isFalse();
        assertThat(tokens.isGood("permanent")).isTrue();
        assertThat(tokens.isGood("")).isFalse();
    }

    @Test
    void letTheFormerAccessTokenLiveItsLife() {
        AppTokens tokens = tokens();
        JsonNode one = refresh(tokens, "first");
        String before = text(one, "access_token");
        refresh(tokens, text(one, "refresh_token"));

        assertThat(tokens.isGood(before)).isTrue();
        now.addAndGet(HOUR);
        assertThat(tokens.isGood(before)).isFalse();
    }

    @Test
    void areGivenForTheClientsOwnCredentialsForADay() {
        AppTokens tokens = tokens();
        JsonNode given = ask(tokens, Map.of("grant_type", "client_credentials"));

        assertThat(given.has("refresh_token")).isFalse();
        now.addAndGet(24 * HOUR - 1);
        assertThat(tokens.isGood(text(given, "access_token"))).isTrue();
        now.addAndGet(1);
        assertThat(tokens.isGood(text(given, "access_token"))).isFalse();
    }

    @Test
    void areNotGivenToStrangers() {
        Map<String, String> stranger = Map.of("grant_type", "client_credentials", "client_secret", "guessed");

        assertThat(text(ask(tokens(), stranger), "error")).isEqualTo("invalid_client");
        assertThat(text(ask(tokens(), Map.of("grant_type", "password")), "error"))
                .isEqualTo("unsupported_grant_type");
        AppTokens none = new AppTokens("permanent", Optional.empty(), folder.resolve("none.json"), now::get);
        assertThat(text(ask(none, Map.of("grant_type", "client_credentials")), "error"))
                .isEqualTo("invalid_client");
        assertThat(none.counts()).containsEntry("refused", 1).containsEntry("issued", 0);
    }

    @Test
    void surviveAKill() {
        JsonNode one = refresh(tokens(), "first");
        AppTokens later = tokens();

        assertThat(later.isGood(text(one, "access_token"))).isTrue();
        assertThat(text(refresh(tokens(), "first"), "error")).isEqualTo("invalid_grant");
        assertThat(text(refresh(tokens(), text(one, "refresh_token")), "access_token"))
                .isNotEmpty();
    }

    private AppTokens tokens() {
        return new AppTokens("permanent", Optional.of(APP), folder.resolve("tokens.json"), now::get);
    }

    private static JsonNode refresh(AppTokens tokens, String refreshToken) {
        return ask(tokens, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    private static JsonNode ask(AppTokens tokens, Map<String, String> form) {
        Map<String, String> whole = new HashMap<>(Map.of("client_id", "app", "client_secret", "app-secret"));
        whole.putAll(form);
        try {
            return new ObjectMapper().readTree(tokens.answer(whole).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
