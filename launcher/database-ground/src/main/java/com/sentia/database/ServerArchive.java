package com.sentia.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs as they lie in a jar on the classpath. */
final class ServerArchive {
    private static final String RESOURCE = "/postgres-linux-x86_64.txz";

    private ServerArchive() {}

    /** Names the archive by its content, so that another release of it unpacks beside this one. */
    static String fingerprint() throws IOException {
        try (InputStream in = open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new GroundException("this Java has no SHA-256", e);
        }
    }

    static void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream in = new XZInputStream(open())) {
            ChildProgram.feed(List.of("tar", "-x", "--no-same-owner", "-f", "-"), folder, in);
        }
    }

    private static InputStream open() {
        InputStream in = ServerArchive.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new GroundException("the PostgreSQL programs are not on the classpath: " + RESOURCE);
        }
        return in;
    }
}
