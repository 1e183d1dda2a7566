package com.sentia.connectors.kit.control;

import com.sentia.schemas.NoticeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Warns, once a day, that the API version a feed is read by will soon not be served any more, or is not now. */
public final class VersionWatch {
    private static final Duration NEAR = Duration.ofDays(60);
    private static final Duration BETWEEN_WARNINGS = Duration.ofDays(1);

    private final String version;
    private final @Nullable Instant end;
    private final Supplier<String> served;
    private @Nullable Instant warnedAt;

    /**
     * @param version as the vendor calls it
     * @param end when it ends, UTC; null when that is not known
     * @param served which one the vendor answers with
     */
    public VersionWatch(String version, @Nullable Instant end, Supplier<String> served) {
        this.version = version;
        this.end = end;
        this.served = served;
    }

    /** For a feed beside another that warns. */
    public static VersionWatch none() {
        return new VersionWatch("", null, () -> "");
    }

    boolean isDue(Instant now) {
        boolean isNear = end != null && now.plus(NEAR).isAfter(end);
        return (isNear || isReplaced()) && (warnedAt == null || !now.isBefore(warnedAt.plus(BETWEEN_WARNINGS)));
    }

    /** What is to be told when it is due. */
    Notice notice(Instant now) {
        long days = end == null ? 0 : Math.max(0, Duration.between(now, end).toDays());
        return new Notice(
                NoticeKind.API_VERSION_ENDS,
                null,
                isReplaced()
                        ? "asked for API version " + version + ", the vendor answers with " + served.get()
                                + ": take a release that knows it"
                        : "API version " + version + " is served until " + end + ": move on to a newer one",
                Map.of("days", days));
    }

    private boolean isReplaced() {
        return !served.get().equals(version);
    }

    /** Hears that it was told. */
    void told(Instant now) {
        warnedAt = now;
    }
}
