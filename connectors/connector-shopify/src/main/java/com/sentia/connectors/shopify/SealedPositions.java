package com.sentia.connectors.shopify;

import com.sentia.connectors.kit.BodySeal;
import com.sentia.connectors.kit.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Positions among customers, fit to be kept: the vendor's token holds the id of the last one read, so that it is sealed, and the id
 * beside it is left out.
 */
final class SealedPositions {
    private static final Logger LOG = LoggerFactory.getLogger(SealedPositions.class);

    private final BodySeal seal;

    SealedPositions(BodySeal seal) {
        this.seal = seal;
    }

    /** The position as it may be kept. */
    Cursor sealed(Cursor cursor) {
        String token = cursor.pageToken();
        return with(
                cursor,
                token == null
                        ? null
                        : Base64.getEncoder().encodeToString(seal.seal(token.getBytes(StandardCharsets.UTF_8))));
    }

    /** The position that was kept; at the beginning of its window when its token can't be opened, as after a change of the key. */
    Cursor opened(Cursor cursor) {
        String token = cursor.pageToken();
        if (token == null) {
            return cursor;
        }
        try {
            return with(cursor, new String(seal.open(Base64.getDecoder().decode(token)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            LOG.warn("event=position-unreadable why=\"{}\"", e.getMessage());
            return cursor.again();
        }
    }

    private static Cursor with(Cursor cursor, @Nullable String token) {
        return new Cursor(cursor.updatedAt(), "", token, cursor.window(), cursor.completeTo());
    }
}
