package com.sentia.connectors.shopify;

import com.sentia.settings.Secret;

/** How access to a shop is come by: one of three ways. */
sealed interface ShopAccess {
    /** A token of a custom app that never ends. */
    record Permanent(Secret token) implements ShopAccess {}

    /** An app of one's own organisation asks for a token a day with its own credentials. */
    record ClientCredentials(String clientId, Secret clientSecret) implements ShopAccess {}

    /** An app that a merchant has authorised asks for a token an hour with a refresh token, which rotates. */
    record Refreshed(String clientId, Secret clientSecret, Secret refreshToken) implements ShopAccess {}
}
