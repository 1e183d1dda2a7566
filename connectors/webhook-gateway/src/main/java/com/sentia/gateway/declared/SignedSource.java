package com.sentia.gateway.declared;

import com.sentia.hooks.HookSource;
import com.sentia.settings.Secret;
import java.util.List;

/**
 * A declared source and what it signs with.
 *
 * @param secrets in force, the present one first
 */
public record SignedSource(HookSource source, List<Secret> secrets) {
    public SignedSource {
        secrets = List.copyOf(secrets);
    }
}
