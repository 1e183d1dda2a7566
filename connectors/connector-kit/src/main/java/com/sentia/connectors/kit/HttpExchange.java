package com.sentia.connectors.kit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One HTTP request and its answer at a time; {@link #close()} from another thread ends a running one at once. */
public final class HttpExchange implements AutoCloseable {
    private final HttpClient client;
    private final Duration timeout;
    private volatile boolean closed;
    private volatile @Nullable CompletableFuture<HttpResponse<byte[]>> running;

    public HttpExchange(Duration connectTimeout, Duration timeout) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.timeout = timeout;
    }

    /**
     * Posts a body and waits for the whole answer, whatever its status.
     *
     * @throws SourceException.Retry when no answer came
     * @throws StoppedException when closed meanwhile
     */
    public HttpAnswer post(URI uri, Map<String, String> headers, byte[] body) throws SourceException.Retry {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(timeout).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return answer(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /**
     * Gets a part of a file, whatever the status.
     *
     * @param from first byte wanted
     * @param count bytes wanted; of an answer that has more nothing is read, and its body is empty
     * @throws SourceException.Retry when no answer came, or not all of it
     * @throws StoppedException when closed meanwhile
     */
    public HttpAnswer getPart(URI uri, long from, int count) throws SourceException.Retry {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Range", "bytes=" + from + "-" + (from + count - 1))
                .GET()
                .build();
        return answer(request, BoundedBody.handler(count));
    }

    private HttpAnswer answer(HttpRequest request, HttpResponse.BodyHandler<byte[]> handler)
            throws SourceException.Retry {
        CompletableFuture<HttpResponse<byte[]>> future = client.sendAsync(request, handler);
        running = future;
        if (closed) {
            future.cancel(true);
        }
        try {
            // The client's own timeout ends with the headers; a body may stand still behind them.
            HttpResponse<byte[]> response = future.get(timeout.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
            return new HttpAnswer(response.statusCode(), response.headers(), response.body());
        } catch (CancellationException e) {
            throw new StoppedException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new SourceException.Retry(
                    "no whole answer from " + request.uri().getHost() + " in time", e);
        } catch (ExecutionException e) {
            throw noAnswer(request.uri(), e);
        } finally {
            running = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        Optional.ofNullable(running).ifPresent(future -> future.cancel(true));
    }

    private SourceException.Retry noAnswer(URI uri, ExecutionException e) {
        if (closed) {
            throw new StoppedException();
        }
        Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
        String kind = cause instanceof IOException ? cause.getClass().getSimpleName() : cause.toString();
        return new SourceException.Retry("no answer from " + uri.getHost() + ": " + kind, cause);
    }
}
