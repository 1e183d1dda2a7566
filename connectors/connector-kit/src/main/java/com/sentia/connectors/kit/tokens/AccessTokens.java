package com.sentia.connectors.kit.tokens;

import com.sentia.connectors.kit.SourceException;
import com.sentia.settings.Secret;

/** The access tokens of one credential: one that is good now, and another when the vendor refuses it. Safe for use by many threads. */
public interface AccessTokens {
    /** The token to ask with now. */
    Secret current() throws SourceException;

    /**
     * Hears that the vendor refused a token, by a 401.
     *
     * @return whether asking once more, with what {@link #current()} gives then, may help
     */
    boolean refused(Secret token);

    /** A token that is never another one. */
    static AccessTokens permanent(Secret token) {
        return new PermanentToken(token);
    }
}
