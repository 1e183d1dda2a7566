package com.sentia.jobs.kpi.recomputed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The SQL files beside this class, each a list of statements that end with a semicolon at the end of a line. */
final class SqlText {
    private SqlText() {}

    static List<String> read(String name) {
        try (InputStream file = Objects.requireNonNull(SqlText.class.getResourceAsStream(name), name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split(";\n", -1))
                    .filter(statement -> !statement.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
