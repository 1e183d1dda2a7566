package com.sentia.gateway.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Shopify's own sample bodies; see NOTICE.md beside them. */
final class Samples {
    private Samples() {}

    static byte[] read(String file) {
        try (InputStream in = Samples.class.getResourceAsStream("samples/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no sample " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
