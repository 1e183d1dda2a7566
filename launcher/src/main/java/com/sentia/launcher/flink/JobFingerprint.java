package com.sentia.launcher.flink;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Changes when the jar, the settings or the catalogue a job is started with change; reads them only when their dates moved. */
final class JobFingerprint {
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private final JobSpec spec;
    private final Clock clock;
    private String stamp = "";
    private String print = "";

    JobFingerprint(JobSpec spec, Clock clock) {
        this.spec = spec;
        this.clock = clock;
    }

    /** The fingerprint; empty while a file was written so lately that it may not be whole, or is missing. */
    synchronized Optional<String> now() throws IOException {
        StringBuilder seen = new StringBuilder();
        for (Path file : files()) {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            long modified = Files.getLastModifiedTime(file).toMillis();
            if (file.equals(spec.jar()) && modified > clock.millis() - SETTLED.toMillis()) {
                return Optional.empty();
            }
            seen.append(Files.size(file)).append(':').append(modified).append(' ');
        }
        if (!seen.toString().equals(stamp)) {
            print = digest();
            stamp = seen.toString();
        }
        return Optional.of(print);
    }

    private List<Path> files() {
        return List.of(spec.jar(), spec.settings(), spec.catalogue());
    }

    private String digest() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files()) {
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
