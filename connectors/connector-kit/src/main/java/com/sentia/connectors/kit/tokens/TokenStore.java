package com.sentia.connectors.kit.tokens;

import com.sentia.connectors.kit.SourceException;
import java.util.Optional;

/**
 * Where tokens are kept that can't be asked for again. Writing is compare-and-set: of several writers who saw the same revision one
 * succeeds, and what it wrote is there for every later reader before it is told so.
 */
public interface TokenStore {
    /** What is stored of a credential, all that was acknowledged before included. */
    Optional<StoredToken> read(String credential) throws SourceException;

    /**
     * Stores the next revision in place of the one before it.
     *
     * @return false when another one stands there, or another writer came first; nothing was changed then
     * @throws SourceException.Retry when it can't be known whether it is stored: to be read before anything else is done
     */
    boolean replace(String credential, StoredToken next) throws SourceException;
}
