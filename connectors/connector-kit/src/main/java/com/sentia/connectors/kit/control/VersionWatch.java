package com.sentia.connectors.kit.control;

import com.sentia.schemas.NoticeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Warns, once a day, that the API version a feed is read by will soon not be served any more. */
public final class VersionWatch {
    private static final Duration NEAR = Duration.ofDays(60);
    private static final Duration BETWEEN_WARNINGS = Duration.ofDays(1);

    private final String version;
    private final @Nullable Instant end;
    private @Nullable Instant warnedAt;

    /**
     * @param version as the vendor calls it
     * @param end when it ends, UTC; null when that is not known, or another feed warns of it
     */
    public VersionWatch(String version, @Nullable Instant end) {
        this.version = version;
        this.end = end;
    }

    boolean isDue(Instant now) {
        boolean isNear = end != null && now.plus(NEAR).isAfter(end);
        return isNear && (warnedAt == null || !now.isBefore(warnedAt.plus(BETWEEN_WARNINGS)));
    }

    /** What is to be told when it is due. */
    Notice notice(Instant now) {
        long days = end == null ? 0 : Math.max(0, Duration.between(now, end).toDays());
        return new Notice(
                NoticeKind.API_VERSION_ENDS,
                null,
                "API version " + version + " is served until " + end + ": move on to a newer one",
                Map.of("days", days));
    }

    /** Hears that it was told. */
    void told(Instant now) {
        warnedAt = now;
    }
}
