package com.sentia.normalizer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a declared source would send. */
final class SignedCalls {
    private final int port;
    private final String secret;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SignedCalls(int port, String secret, Clock clock) {
        this.port = port;
        this.secret = secret;
        this.clock = clock;
    }

    HttpResponse<String> post(String source, String body) {
        return send(source, body, secret);
    }

    HttpResponse<String> forge(String source, String body) {
        return send(source, body, "someone else's guess");
    }

    private HttpResponse<String> send(String source, String body, String key) {
        String at = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/hooks/" + source))
                .header("X-Signed-At", at)
                .header("X-Signature", "sha256=" + hmac(key, at + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }
}
