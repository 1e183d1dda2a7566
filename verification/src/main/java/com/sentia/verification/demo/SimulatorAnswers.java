package com.sentia.verification.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the simulator of what no vendor would tell. */
final class SimulatorAnswers {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private SimulatorAnswers() {}

    /** The body of its answer. */
    static byte[] bytes(URI address) {
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new CheckException("the simulator answers " + answer.statusCode() + " at " + address);
            }
            return answer.body();
        } catch (IOException e) {
            throw new CheckException("the simulator does not answer at " + address + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckException("interrupted while asking the simulator", e);
        }
    }
}
