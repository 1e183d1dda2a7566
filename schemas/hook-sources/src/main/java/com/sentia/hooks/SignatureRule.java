package com.sentia.hooks;

import java.time.Duration;
import java.util.Optional;

/**
 * How a source signs: HMAC-SHA256 of the body, or of a time and the body.
 *
 * @param header that holds the signature
 * @param encoding of the signature as text
 * @param prefix that stands before it in the header; empty when none does
 * @param timestampHeader holds the time of signing in epoch seconds; what is signed is then time, a full stop, body
 * @param window how far that time may be from ours
 * @param secretFile name of the secret's file
 * @param formerSecretFile name of a file with a secret that is accepted too, where there is one
 */
public record SignatureRule(
        String header,
        Encoding encoding,
        String prefix,
        Optional<String> timestampHeader,
        Duration window,
        String secretFile,
        String formerSecretFile) {
    /** How a signature's bytes are written. */
    public enum Encoding {
        HEX,
        BASE64
    }
}
