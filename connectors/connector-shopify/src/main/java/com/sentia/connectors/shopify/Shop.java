package com.sentia.connectors.shopify;

import com.sentia.settings.Secret;
import java.net.URI;

/**
 * One shop and how to reach it.
 *
 * @param domain its myshopify.com domain
 * @param endpoint address of its GraphQL API
 * @param apiVersion the API version asked of it, such as 2026-10
 * @param token Admin API access token
 */
record Shop(String domain, URI endpoint, String apiVersion, Secret token) {}
