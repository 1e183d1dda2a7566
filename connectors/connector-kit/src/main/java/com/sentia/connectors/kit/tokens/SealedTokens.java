package com.sentia.connectors.kit.tokens;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.connectors.kit.BodySeal;
import com.sentia.connectors.kit.SourceException;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes sealed bytes of tokens and tokens of sealed bytes: readable only with the key, and only under the credential they are of. */
public final class SealedTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FORMAT = 1;

    private final BodySeal seal;

    public SealedTokens(BodySeal seal) {
        this.seal = seal;
    }

    byte[] seal(String credential, StoredToken token) {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", FORMAT);
        json.put("credential", credential);
        json.put("revision", token.revision());
        json.put("seed", token.seed());
        json.put("refresh", reveal(token.refreshToken()));
        json.put("access", reveal(token.accessToken()));
        json.put("from", token.from().toString());
        json.put("until", token.until().toString());
        StoredToken.Asking asking = token.asking();
        if (asking != null) {
            json.put("asking", asking.who());
            json.put("asked", asking.at().toString());
        }
        try {
            return seal.seal(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    StoredToken open(String credential, byte[] sealed) throws SourceException.StopUnit {
        try {
            JsonNode json = JSON.readTree(seal.open(sealed));
            if (json.path("format").asInt() != FORMAT
                    || !json.path("credential").asText().equals(credential)) {
                throw new IllegalArgumentException("it is of another credential or a later format");
            }
            return new StoredToken(
                    json.path("revision").asLong(),
                    json.path("seed").asText(),
                    secret(json.path("refresh")),
                    secret(json.path("access")),
                    Instant.parse(json.path("from").asText()),
                    Instant.parse(json.path("until").asText()),
                    json.has("asking")
                            ? new StoredToken.Asking(
                                    json.path("asking").asText(),
                                    Instant.parse(json.path("asked").asText()))
                            : null);
        } catch (IllegalArgumentException e) {
            throw new SourceException.StopUnit("the stored token of " + credential + " can't be opened: "
                    + e.getMessage() + "; set " + TokenStoreConfig.FORMER_KEY + " where the key was changed");
        } catch (IOException e) {
            throw new SourceException.StopUnit("the stored token of " + credential + " is no token");
        }
    }

    private static @Nullable String reveal(@Nullable Secret secret) {
        return secret == null ? null : secret.reveal();
    }

    private static @Nullable Secret secret(JsonNode text) {
        return text.isTextual() ? new Secret(text.asText()) : null;
    }
}
