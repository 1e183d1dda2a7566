package com.sentia.gateway.declared;

import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Headers;
import com.sentia.gateway.hook.HmacSignatures;
import com.sentia.hooks.HookSource;
import com.sentia.hooks.SignatureRule;
import com.sentia.hooks.SignatureRule.Encoding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what the headers of a declared source's request claim. */
final class DeclaredClaims {
    private static final String UNVERSIONED = "unversioned";
    private static final int LONGEST_KEPT = 200;

    private final HookSource source;
    private final SignatureRule signature;
    private final Clock clock;

    DeclaredClaims(HookSource source, Clock clock) {
        this.source = source;
        this.signature = source.signature();
        this.clock = clock;
    }

    /** The claim, unless the signature can't be one or was made too long ago, or is to be made only later. */
    Optional<Claim> read(Headers headers) {
        @Nullable String signed = headers.get(signature.header());
        Optional<String> at = signature.timestampHeader().map(headers::get);
        if (signed == null || (signature.timestampHeader().isPresent() && !isTimely(at))) {
            return Optional.empty();
        }
        return decoded(signed).map(bytes -> claim(bytes, at, headers));
    }

    /** What stands before the body in what is signed. */
    byte[] before(Claim claim) {
        return signature
                .timestampHeader()
                .map(header -> (claim.kept().get(header) + ".").getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> new byte[0]);
    }

    private Claim claim(byte[] bytes, Optional<String> at, Headers headers) {
        Map<String, String> kept = new HashMap<>();
        at.ifPresent(time -> kept.put(signature.timestampHeader().orElseThrow(), time));
        List<UUID> marks = new ArrayList<>();
        marks.add(mark("signature", Base64.getEncoder().encodeToString(bytes)));
        source.deliveryHeader()
                .map(headers::get)
                .filter(delivery -> !delivery.isBlank() && delivery.length() <= LONGEST_KEPT)
                .ifPresent(delivery -> marks.add(mark("delivery", delivery)));
        return new Claim(source.unit(), source.entity(), ByteBuffer.wrap(bytes), marks, UNVERSIONED, null, kept);
    }

    private UUID mark(String kind, String text) {
        return UUID.nameUUIDFromBytes((source.name() + "\n" + kind + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    private boolean isTimely(Optional<String> at) {
        return at.filter(text -> text.matches("[0-9]{1,11}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)))
                .filter(time -> Duration.between(time, clock.instant()).abs().compareTo(signature.window()) <= 0)
                .isPresent();
    }

    private Optional<byte[]> decoded(String header) {
        if (!header.startsWith(signature.prefix())) {
            return Optional.empty();
        }
        String text = header.substring(signature.prefix().length());
        try {
            byte[] bytes = signature.encoding() == Encoding.HEX
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
            return Optional.of(bytes).filter(found -> found.length == HmacSignatures.BYTES);
        } catch (IllegalArgumentException expected) {
            return Optional.empty();
        }
    }
}
