package com.sentia.verification.bench.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.verification.bench.stack.Shop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Reads one shop's units sold over the last day through the query API, as a program would that wants the newest value. */
final class Reader {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;

    Reader(URI api, Shop shop) {
        this.request = HttpRequest.newBuilder(URI.create(api + "/v1/kpis/units/values?window=24h/5m&by=region,source"
                        + "&dimensions=region:" + shop.region()))
                .timeout(PATIENCE)
                .build();
    }

    /**
     * What the API says.
     *
     * @param units zero while there is no series yet
     * @param computedAt when the job found it, its clock
     */
    record Answer(long units, Instant computedAt) {}

    Answer ask() throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode values = mapper.readTree(response.body()).path("values");
        if (response.statusCode() != 200 || values.isEmpty()) {
            return new Answer(0, Instant.EPOCH);
        }
        JsonNode newest = values.get(0);
        return new Answer(
                newest.path("value").decimalValue().longValueExact(),
                Instant.parse(newest.path("updatedAt").asText()));
    }
}
