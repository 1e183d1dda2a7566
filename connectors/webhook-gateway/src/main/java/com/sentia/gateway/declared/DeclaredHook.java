package com.sentia.gateway.declared;

import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Headers;
import com.sentia.gateway.hook.HmacSignatures;
import com.sentia.gateway.hook.Reading;
import com.sentia.gateway.hook.VendorHook;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The webhooks of one declared source. */
public final class DeclaredHook implements VendorHook {
    private final String name;
    private final DeclaredClaims claims;
    private final HmacSignatures signatures;
    private final DeclaredReader reader;

    public DeclaredHook(SignedSource signed, Pseudonyms pseudonyms, Clock clock) {
        this.name = signed.source().name();
        this.claims = new DeclaredClaims(signed.source(), clock);
        this.signatures = new HmacSignatures(signed.secrets());
        this.reader = new DeclaredReader(signed.source(), pseudonyms);
    }

    @Override
    public String vendor() {
        return name;
    }

    @Override
    public Optional<Claim> claim(Headers headers) {
        return claims.read(headers);
    }

    @Override
    public boolean isGenuine(Claim claim, byte[] body) {
        byte[] signature = new byte[claim.signature().remaining()];
        claim.signature().duplicate().get(signature);
        return signatures.fits(claims.before(claim), body, signature);
    }

    @Override
    public Reading read(Claim claim, byte[] body, Instant receivedAt) {
        return reader.read(body, receivedAt);
    }
}
