package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.Backoff;
import com.sentia.connectors.kit.HttpExchange;
import com.sentia.connectors.kit.tokens.AccessTokens;
import com.sentia.connectors.kit.tokens.Credential;
import com.sentia.connectors.kit.tokens.MemoryTokenStore;
import com.sentia.connectors.kit.tokens.OAuthTokenRequest;
import com.sentia.connectors.kit.tokens.RefreshedTokens;
import com.sentia.connectors.kit.tokens.TokenRenewal;
import com.sentia.connectors.kit.tokens.TokenStore;
import com.sentia.settings.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Wires what gives a shop's access tokens.
 *
 * @param store where tokens that rotate are kept; opened only where there are some
 * @param timeout how long an answer may take
 */
record ShopTokens(Supplier<TokenStore> store, Duration timeout, Clock clock) {
    private static final String PATH = "/admin/oauth/access_token";
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);
    /** An exchange ends within two timeouts, and what was given is stored within another. */
    private static final int TIMEOUTS = 3;

    AccessTokens of(Shop shop, HttpExchange http) {
        ShopAccess access = shop.access();
        if (access instanceof ShopAccess.Permanent permanent) {
            return AccessTokens.permanent(permanent.token());
        }
        if (access instanceof ShopAccess.Refreshed refreshed) {
            String remedy = "authorise the app in " + shop.domain() + " anew and set "
                    + AccessConfig.REFRESH_TOKEN + "." + shop.domain() + " to the refresh token that gives; check "
                    + AccessConfig.CLIENT_ID + " and " + AccessConfig.CLIENT_SECRET;
            return tokens(
                    shop,
                    Optional.of(refreshed.refreshToken()),
                    store.get(),
                    request(shop, http, refreshed.clientId(), refreshed.clientSecret(), remedy));
        }
        ShopAccess.ClientCredentials own = (ShopAccess.ClientCredentials) access;
        String remedy = "check " + AccessConfig.CLIENT_ID + " and " + AccessConfig.CLIENT_SECRET
                + ", and that the app is installed in " + shop.domain();
        // Asked for anew at any time, such a token need not outlive the task.
        return tokens(
                shop,
                Optional.empty(),
                new MemoryTokenStore(),
                request(shop, http, own.clientId(), own.clientSecret(), remedy));
    }

    private AccessTokens tokens(Shop shop, Optional<Secret> refreshToken, TokenStore kept, OAuthTokenRequest request) {
        Credential credential = new Credential(ShopifyStream.VENDOR + "/" + shop.domain(), refreshToken);
        Duration patience = timeout.multipliedBy(TIMEOUTS);
        return new RefreshedTokens(
                credential,
                new TokenRenewal(credential, kept, request, patience, clock),
                new Backoff(FIRST_RETRY, LONGEST_RETRY, new Random()),
                clock);
    }

    private static OAuthTokenRequest request(
            Shop shop, HttpExchange http, String clientId, Secret clientSecret, String remedy) {
        String endpoint = shop.endpoint().toString().replaceAll("/admin/api/.*$", PATH);
        return new OAuthTokenRequest(
                http,
                URI.create(endpoint),
                Map.of(),
                Map.of("client_id", new Secret(clientId), "client_secret", clientSecret),
                remedy);
    }
}
