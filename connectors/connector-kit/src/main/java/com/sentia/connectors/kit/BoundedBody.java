package com.sentia.connectors.kit;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Stands for a body that is longer than was asked for: nothing of it is read, and its connection is given up. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private static final int PART = 206;

    private BoundedBody() {}

    /** Takes a body whole unless it has more bytes than were asked for, or may have. */
    static HttpResponse.BodyHandler<byte[]> handler(int most) {
        return answer -> {
            long length = answer.headers().firstValueAsLong("Content-Length").orElse(Long.MAX_VALUE);
            boolean fits = length <= most || (answer.statusCode() == PART && length == Long.MAX_VALUE);
            return fits ? HttpResponse.BodySubscribers.ofByteArray() : new BoundedBody();
        };
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return CompletableFuture.completedFuture(new byte[0]);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        // Nothing was asked for.
    }

    @Override
    public void onError(Throwable problem) {
        // The status says enough.
    }

    @Override
    public void onComplete() {
        // The body is empty either way.
    }
}
