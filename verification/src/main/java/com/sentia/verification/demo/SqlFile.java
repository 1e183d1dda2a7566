package com.sentia.verification.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The SQL files beside this class, one question each. */
final class SqlFile {
    private SqlFile() {}

    static String read(String name) {
        try (InputStream stream = SqlFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new CheckException("SQL file " + name + " is missing from this program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CheckException("SQL file " + name + " can't be read: " + e.getMessage(), e);
        }
    }
}
