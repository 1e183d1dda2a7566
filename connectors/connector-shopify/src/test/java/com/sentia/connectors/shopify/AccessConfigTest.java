package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.settings.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which way to a shop is meant, told by what is set. */
class AccessConfigTest {
    private static final String A = "a.myshopify.com";
    private static final String B = "b.myshopify.com";
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void takesThePermanentToken() {
        assertThat(AccessConfig.of(A, Map.of("access.token", "t\n")))
                .isEqualTo(new ShopAccess.Permanent(new Secret("t")));
    }

    @Test
    void asksWithClientCredentials() {
        Map<String, String> set = Map.of("client.id", "c", "client.secret", "s");

        assertThat(problems(set)).isEmpty();
        assertThat(AccessConfig.of(A, set)).isEqualTo(new ShopAccess.ClientCredentials("c", new Secret("s")));
    }

    @Test
    void asksWithTheRefreshTokenOfEachShop() {
        Map<String, String> set = Map.of(
                "client.id",
                "c",
                "client.secret",
                "s",
                "refresh.token." + A,
                "ra",
                "refresh.token." + B,
                "rb",
                "signal.bootstrap.servers",
                "127.0.0.1:9092",
                "token.store.key",
                KEY);

        assertThat(problems(set)).isEmpty();
        assertThat(AccessConfig.of(B, set)).isEqualTo(new ShopAccess.Refreshed("c", new Secret("s"), new Secret("rb")));
    }

    @Test
    void letsWhatIsSetForAShopGoBeforeWhatIsSetForAll() {
        Map<String, String> set = Map.of("client.id", "c", "client.secret", "s", "access.token." + A, "own");

        assertThat(problems(set)).isEmpty();
        assertThat(AccessConfig.of(A, set)).isEqualTo(new ShopAccess.Permanent(new Secret("own")));
        assertThat(AccessConfig.of(B, set)).isInstanceOf(ShopAccess.ClientCredentials.class);
    }

    @Test
    void refusesTwoWaysAtOnce() {
        assertThat(problems(Map.of("access.token", "secret-t", "client.id", "secret-c")))
                .containsOnlyKeys("access.token")
                .allSatisfy((key, problem) -> assertThat(problem)
                        .contains("access.token stands beside client.id")
                        .doesNotContain("secret-"));
        assertThat(problems(
                        Map.of("access.token", "t", "access.token." + A, "secret-t", "refresh.token." + A, "secret-r")))
                .hasEntrySatisfying(
                        "access.token",
                        problem -> assertThat(problem)
                                .contains("access.token." + A + " stands beside refresh.token." + A)
                                .doesNotContain("secret-"));
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(problems(Map.of()))
                .hasEntrySatisfying(
                        "access.token",
                        problem -> assertThat(problem).contains(A).contains(B));
        assertThat(problems(Map.of("client.id", "c"))).containsOnlyKeys("client.secret");
        assertThat(problems(Map.of("refresh.token." + A, "r", "access.token." + B, "t")))
                .containsOnlyKeys("client.id", "client.secret", "token.store.bootstrap.servers", "token.store.key");
    }

    @Test
    void refusesOneRefreshTokenForSeveralShops() {
        assertThat(problems(Map.of("client.id", "c", "client.secret", "s", "refresh.token", "r")))
                .hasEntrySatisfying(
                        "refresh.token", problem -> assertThat(problem).contains("refresh.token.<domain>"));
    }

    @Test
    void refusesShortKeysAndUnusableNames() {
        Map<String, String> set = Map.of(
                "client.id",
                "c",
                "client.secret",
                "s",
                "refresh.token." + A,
                "r",
                "token.store.bootstrap.servers",
                "127.0.0.1:9092",
                "token.store.key",
                "short-secret",
                "token.store.key.id",
                "not a name",
                "token.store.former.key",
                "short-secret");

        assertThat(problems(set))
                .containsOnlyKeys("token.store.key", "token.store.key.id", "token.store.former.key")
                .allSatisfy((key, problem) -> assertThat(problem).doesNotContain("short-secret"));
    }

    private static Map<String, String> problems(Map<String, String> set) {
        return AccessConfig.problems(List.of(A, B), set);
    }
}
