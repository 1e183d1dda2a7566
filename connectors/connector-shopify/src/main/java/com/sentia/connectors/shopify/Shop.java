package com.sentia.connectors.shopify;

import java.net.URI;

/**
 * One shop and how to reach it.
 *
 * @param domain its myshopify.com domain
 * @param endpoint address of its GraphQL API
 * @param apiVersion the API version asked of it, such as 2026-10
 * @param access how its access token is come by
 */
record Shop(String domain, URI endpoint, String apiVersion, ShopAccess access) {}
