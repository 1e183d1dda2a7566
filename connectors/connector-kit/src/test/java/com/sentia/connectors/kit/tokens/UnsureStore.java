package com.sentia.connectors.kit.tokens;

import com.sentia.connectors.kit.SourceException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A store that fails once when the test wants, before or after it has written. */
final class UnsureStore implements TokenStore {
    private final TokenStore store;
    private final Map<String, Boolean> failures = new HashMap<>();

    UnsureStore(TokenStore store) {
        this.store = store;
    }

    /** Fails at the next writing of who asks (asking) or of what was given (given). */
    void failBeforeWriting(String what) {
        failures.put(what, false);
    }

    /** The same, having written. */
    void failAfterWriting(String what) {
        failures.put(what, true);
    }

    @Override
    public Optional<StoredToken> read(String credential) throws SourceException {
        return store.read(credential);
    }

    @Override
    public boolean replace(String credential, StoredToken next) throws SourceException {
        Boolean writes = failures.remove(next.asking() == null ? "given" : "asking");
        boolean replaced = (writes == null || writes) && store.replace(credential, next);
        if (writes != null) {
            throw new SourceException.Retry("the store does not answer", null);
        }
        return replaced;
    }
}
