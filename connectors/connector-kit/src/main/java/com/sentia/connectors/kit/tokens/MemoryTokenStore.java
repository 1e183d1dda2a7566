package com.sentia.connectors.kit.tokens;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps tokens as long as the process lives: for those that can be asked for anew at any time. */
public final class MemoryTokenStore implements TokenStore {
    private final Map<String, StoredToken> tokens = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredToken> read(String credential) {
        return Optional.ofNullable(tokens.get(credential));
    }

    @Override
    public boolean replace(String credential, StoredToken next) {
        AtomicBoolean replaced = new AtomicBoolean();
        tokens.compute(credential, (id, there) -> {
            long revision = there == null ? 0 : there.revision();
            replaced.set(next.revision() == revision + 1);
            return replaced.get() ? next : there;
        });
        return replaced.get();
    }
}
