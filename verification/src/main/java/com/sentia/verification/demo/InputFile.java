package com.sentia.verification.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tukaani.xz.XZInputStream;

/** Lays the input file out as plain UTF-8 CSV, which is all that DuckDB reads. */
final class InputFile {
    private InputFile() {}

    /**
     * Copies the file, unpacking it when its name ends in {@code .xz}. Bytes that are no UTF-8 become replacement
     * characters, so that one odd letter in a description costs no line.
     */
    static Path unpack(Path file, Path folder) {
        Path plain = folder.resolve("input.csv");
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
                InputStream bytes = file.toString().endsWith(".xz") ? new XZInputStream(packed) : packed;
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
                Writer writer = Files.newBufferedWriter(plain)) {
            reader.transferTo(writer);
        } catch (IOException e) {
            throw new CheckException("input file " + file + " can't be read: " + e.getMessage(), e);
        }
        return plain;
    }
}
