package com.sentia.simulators.shopify;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** One bulk operation of a shop: what it was asked, how it goes, what is told of it. Safe for use by many threads. */
final class BulkOperation {
    /** How an operation stands, by Shopify's names. */
    enum Status {
        CREATED,
        RUNNING,
        COMPLETED,
        CANCELING,
        CANCELED,
        FAILED,
        EXPIRED
    }

    /**
     * What an operation gave.
     *
     * @param file its lines
     * @param objects how many there are
     * @param roots how many of them have no parent
     * @param bytes size of the file
     * @param halfway where in the file the line begins that follows the first half of them
     */
    record Result(Path file, long objects, long roots, long bytes, long halfway) {}

    /** Looks at a failed operation until its data is told of. */
    private static final int LOOKS_BEFORE_DATA = 2;

    private final long id;
    private final String query;
    private final long createdAt;
    private final double dueAt;
    private final @Nullable BulkFault fault;
    private final CompletableFuture<Result> result;
    private final DoubleSupplier quotaMillis;
    private boolean canceled;
    private boolean faultSpent;
    private int address = 1;
    private int looks;

    /**
     * @param createdAt epoch second, by the shop's clock
     * @param dueAt when it ends at the earliest, by {@code quotaMillis}
     */
    BulkOperation(
            long id,
            String query,
            long createdAt,
            double dueAt,
            Optional<BulkFault> fault,
            CompletableFuture<Result> result,
            DoubleSupplier quotaMillis) {
        this.id = id;
        this.query = query;
        this.createdAt = createdAt;
        this.dueAt = dueAt;
        this.fault = fault.orElse(null);
        this.result = result;
        this.quotaMillis = quotaMillis;
    }

    long id() {
        return id;
    }

    String query() {
        return query;
    }

    long createdAt() {
        return createdAt;
    }

    synchronized Status status() {
        if (canceled) {
            return Status.CANCELED;
        }
        if (fault == BulkFault.SLOW || !result.isDone() || quotaMillis.getAsDouble() < dueAt) {
            return Status.RUNNING;
        }
        if (fault == BulkFault.CANCELED) {
            return Status.CANCELED;
        }
        if (fault == BulkFault.EXPIRED) {
            return Status.EXPIRED;
        }
        boolean fails = fault == BulkFault.FAILED || fault == BulkFault.PARTIAL || fault == BulkFault.SERVER_ERROR;
        return fails || result.isCompletedExceptionally() ? Status.FAILED : Status.COMPLETED;
    }

    /** Whether it holds one of the shop's slots. */
    boolean isRunning() {
        Status now = status();
        return now == Status.CREATED || now == Status.RUNNING || now == Status.CANCELING;
    }

    synchronized void cancel() {
        canceled = canceled || isRunning();
    }

    @Nullable
    String errorCode() {
        if (status() != Status.FAILED) {
            return null;
        }
        return fault == BulkFault.PARTIAL || fault == BulkFault.FAILED ? "TIMEOUT" : "INTERNAL_SERVER_ERROR";
    }

    long objects() {
        return status() == Status.COMPLETED ? done().objects() + (fault == BulkFault.WRONG_COUNT ? 1 : 0) : 0;
    }

    long roots() {
        return status() == Status.COMPLETED ? done().roots() : 0;
    }

    @Nullable
    String fileSize() {
        return status() == Status.COMPLETED ? Long.toString(done().bytes()) : null;
    }

    /** The path of the file of a completed operation that found something. */
    @Nullable
    String file() {
        return status() == Status.COMPLETED && done().objects() > 0 ? path() : null;
    }

    /** The path of what a failed operation had read. */
    @Nullable
    synchronized String partialFile() {
        if (status() != Status.FAILED || result.isCompletedExceptionally() || fault == BulkFault.FAILED) {
            return null;
        }
        looks++;
        return fault == BulkFault.SERVER_ERROR && looks <= LOOKS_BEFORE_DATA ? null : path();
    }

    /** What stands at an address now, once more or for the first time; nothing when it has expired. */
    synchronized Optional<BulkDownload> download(int number) {
        boolean hasFile = status() == Status.COMPLETED || status() == Status.FAILED;
        if (!hasFile || number != address || result.isCompletedExceptionally()) {
            return Optional.empty();
        }
        boolean first = !faultSpent;
        faultSpent = true;
        if (first && fault == BulkFault.EXPIRED_URL) {
            address++;
            return Optional.empty();
        }
        long length = status() == Status.FAILED ? done().halfway() : done().bytes();
        return Optional.of(new BulkDownload(done().file(), length, first && fault == BulkFault.CUT_OFF));
    }

    private synchronized String path() {
        return id + "/" + address + ".jsonl";
    }

    private Result done() {
        return result.join();
    }
}
