package com.sentia.verification.bench.flink;

import com.sentia.analytics.kpi.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The query in {@code hop.sql}, for one window and one dimension. */
final class HopSql {
    /** Not by any column. */
    static final String TOTAL = "''";

    private static final String FILE = "hop.sql";

    private HopSql() {}

    /** @param label the column of the region or article, or {@link #TOTAL} */
    static String text(String label, Window.Rolling window) {
        return file().replace("${group}", label.equals(TOTAL) ? "" : ", " + label)
                .replace("${label}", label)
                .replace("${step}", seconds(window.step()))
                .replace("${size}", seconds(window.size()));
    }

    private static String seconds(long micros) {
        return Long.toString(TimeUnit.MICROSECONDS.toSeconds(micros));
    }

    private static String file() {
        try (InputStream file = Objects.requireNonNull(HopSql.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " can't be read", e);
        }
    }
}
