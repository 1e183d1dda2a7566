package com.sentia.connectors.kit.tokens;

import com.sentia.settings.Secret;

/** A token that people made and only people can replace. */
record PermanentToken(Secret current) implements AccessTokens {
    @Override
    public boolean refused(Secret token) {
        return false;
    }
}
