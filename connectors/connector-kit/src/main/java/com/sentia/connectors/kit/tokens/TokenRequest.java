package com.sentia.connectors.kit.tokens;

import com.sentia.connectors.kit.SourceException;
import com.sentia.settings.Secret;
import java.util.Optional;

/** Asks a vendor for an access token. Its failures have their class: only {@link SourceException.StopUnit} means refused. */
@FunctionalInterface
public interface TokenRequest {
    /** @param refreshToken what to ask with; empty where the client's own credentials are enough */
    Grant ask(Optional<Secret> refreshToken) throws SourceException;
}
