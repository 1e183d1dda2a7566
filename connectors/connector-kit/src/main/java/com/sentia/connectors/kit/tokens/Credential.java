package com.sentia.connectors.kit.tokens;

import com.sentia.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What access tokens are asked for with.
 *
 * @param id under which its tokens are stored: vendor and unit, such as shopify/example.myshopify.com
 * @param refreshToken the first one, as people gave it; empty where tokens are asked for without one
 */
public record Credential(String id, Optional<Secret> refreshToken) {
    /** Tells authorisations apart: what was stored under another one than people give now is no longer wanted. */
    String seed() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String text = id + "\n" + refreshToken.map(Secret::reveal).orElse("");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
