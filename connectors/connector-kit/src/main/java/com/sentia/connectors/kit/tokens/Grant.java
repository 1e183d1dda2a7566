package com.sentia.connectors.kit.tokens;

import com.sentia.settings.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * What a vendor's token endpoint gave.
 *
 * @param life how long the access token is good for, from when it was asked for
 * @param refreshToken the one to ask with next time; empty where the vendor does not rotate it
 */
public record Grant(Secret accessToken, Duration life, Optional<Secret> refreshToken) {}
