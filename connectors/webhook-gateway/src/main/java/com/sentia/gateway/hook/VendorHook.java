package com.sentia.gateway.hook;

import java.time.Instant;
import java.util.Optional;

/** One vendor's webhooks: whose they are, whether they are genuine, and what they say. Safe for many threads. */
public interface VendorHook {
    /** Lower-case name, a declared source's own; its webhooks come to {@code /v1/hooks/<name>}. */
    String vendor();

    /** What the headers say, without any cryptography; empty when no genuine webhook of a unit of ours has such headers. */
    Optional<Claim> claim(Headers headers);

    /** Whether the body, byte for byte, bears the signature claimed. */
    boolean isGenuine(Claim claim, byte[] body);

    /** What a genuine webhook says. */
    Reading read(Claim claim, byte[] body, Instant receivedAt);
}
