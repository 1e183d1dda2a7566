package com.sentia.queryapi.page;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Answers one static file from memory, compressed once, with an entity tag so that a browser asks again cheaply. */
public final class PageFile implements Handler<RoutingContext> {
    private final String contentType;
    private final String tag;
    private final Buffer plain;
    private final Buffer compressed;

    private PageFile(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.tag = tag(bytes);
        this.plain = Buffer.buffer(bytes);
        this.compressed = Buffer.buffer(compress(bytes));
    }

    /** A file that lies beside this class. */
    public static PageFile read(String file, String contentType) {
        try (InputStream in = PageFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no page file " + file);
            }
            return new PageFile(contentType, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader("ETag", tag).putHeader("Cache-Control", "no-cache").putHeader("Vary", "Accept-Encoding");
        if (tag.equals(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", contentType);
        String accepted = context.request().getHeader("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            response.putHeader("Content-Encoding", "gzip").end(compressed);
            return;
        }
        response.putHeader("Content-Encoding", "identity").end(plain);
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("compressing", e);
        }
        return out.toByteArray();
    }
}
