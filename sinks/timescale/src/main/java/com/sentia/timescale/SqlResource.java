package com.sentia.timescale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the statements that lie beside the code, one file each. */
final class SqlResource {
    private SqlResource() {}

    /** @param name relative to this package, such as {@code sql/upsert-kpi-value.sql} */
    static String text(String name) {
        try (InputStream in = SqlResource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no statement " + name + " on the classpath");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("statement " + name + " can't be read", e);
        }
    }
}
