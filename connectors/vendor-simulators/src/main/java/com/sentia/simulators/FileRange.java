package com.sentia.simulators;

import com.sentia.simulators.shopify.BulkDownload;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands out the part of a file that a request asks for, as the store does that Shopify's bulk results lie in. */
final class FileRange {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})?");

    private FileRange() {}

    static void answer(HttpServerRequest request, Optional<BulkDownload> download) {
        HttpServerResponse response = request.response();
        if (download.isEmpty()) {
            response.setStatusCode(403).end("<Error><Code>ExpiredToken</Code></Error>");
            return;
        }
        BulkDownload file = download.get();
        Matcher range =
                RANGE.matcher(Optional.ofNullable(request.getHeader("Range")).orElse(""));
        boolean isPart = range.matches();
        long from = isPart ? Long.parseLong(range.group(1)) : 0;
        if (from >= file.length()) {
            response.setStatusCode(416)
                    .putHeader("Content-Range", "bytes */" + file.length())
                    .end();
            return;
        }
        String last = isPart ? range.group(2) : null;
        long to = last == null ? file.length() - 1 : Math.min(file.length() - 1, Long.parseLong(last));
        response.setStatusCode(isPart ? 206 : 200)
                .putHeader("Content-Type", "application/jsonl")
                .putHeader("Content-Length", Long.toString(to - from + 1));
        if (isPart) {
            response.putHeader("Content-Range", "bytes " + from + "-" + to + "/" + file.length());
        }
        if (file.breaksOff()) {
            response.write(Buffer.buffer("{\"id\":"))
                    .onComplete(written -> request.connection().close());
            return;
        }
        response.sendFile(file.file().toString(), from, to - from + 1);
    }
}
