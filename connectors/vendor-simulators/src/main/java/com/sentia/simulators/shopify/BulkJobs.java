package com.sentia.simulators.shopify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.normalized.ExecutableNormalizedOperation;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** One shop's bulk operations and the slots they need. Safe for use by many threads. */
final class BulkJobs {
    /** Ids of an earlier process must not come again. */
    private static final long LARGEST_ID = 1L << 52;

    private static final JsonFactory JSONL =
            new ObjectMapper().getFactory().copy().setRootValueSeparator("\n");

    private final ValidatedQueries queries;
    private final BulkRules rules;
    private final Map<Class<?>, ObjectType<?>> types;
    private final Path folder;
    private final AdminSettings settings;
    private final DoubleSupplier quotaMillis;
    private final Executor executor;
    private final Consumer<int[]> served;
    private final List<BulkOperation> jobs = new ArrayList<>();
    private final Deque<BulkFault> faults = new ArrayDeque<>();
    private int strangers;

    /**
     * @param folder for the results; there is one file to an operation
     * @param served is told which lines of the retail file are in a result
     */
    BulkJobs(
            ValidatedQueries queries,
            BulkRules rules,
            Map<Class<?>, ObjectType<?>> types,
            Path folder,
            AdminSettings settings,
            DoubleSupplier quotaMillis,
            Executor executor,
            Consumer<int[]> served) {
        this.queries = queries;
        this.rules = rules;
        this.types = types;
        this.folder = folder;
        this.settings = settings;
        this.quotaMillis = quotaMillis;
        this.executor = executor;
        this.served = served;
        this.strangers = settings.bulkStrangers();
    }

    /** Lets the next operations go wrong. */
    synchronized void order(BulkFault fault, int count) {
        for (int i = 0; i < count; i++) {
            faults.add(fault);
        }
    }

    /** Sets how many slots other apps hold. */
    synchronized void strangers(int count) {
        strangers = count;
    }

    /**
     * Begins an operation over the shop as it is now.
     *
     * @return nothing when no slot is free
     * @throws QueryRefused when it is no bulk query
     */
    synchronized Optional<BulkOperation> run(String query, boolean grouped, Moment moment) {
        ExecutableNormalizedOperation operation = queries.operation(query, null, Map.of());
        rules.check(operation);
        if (strangers + jobs.stream().filter(BulkOperation::isRunning).count() >= AdminSettings.BULK_SLOTS) {
            return Optional.empty();
        }
        long id = ThreadLocalRandom.current().nextLong(1, LARGEST_ID);
        Moment own = moment.again();
        BulkOperation job = new BulkOperation(
                id,
                query,
                moment.second(),
                quotaMillis.getAsDouble() + settings.bulkTakes().toMillis(),
                Optional.ofNullable(faults.poll()),
                CompletableFuture.supplyAsync(() -> write(operation, grouped, own, id), executor),
                quotaMillis);
        jobs.add(job);
        return Optional.of(job);
    }

    synchronized @Nullable BulkOperation find(long id) {
        return jobs.stream().filter(job -> job.id() == id).findFirst().orElse(null);
    }

    synchronized List<BulkOperation> all() {
        return List.copyOf(jobs);
    }

    private BulkOperation.Result write(
            ExecutableNormalizedOperation operation, boolean grouped, Moment moment, long id) {
        Path file = folder.resolve(id + ".jsonl");
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
                JsonGenerator out = JSONL.createGenerator(bytes)) {
            BulkExecution execution = new BulkExecution(types, moment, new QueryExecution(types, moment, out), grouped);
            execution.run(operation);
            out.writeRaw('\n');
            out.flush();
            served.accept(moment.servedLines());
            long halfway = startOfLine(file, execution.objects() / 2);
            return new BulkOperation.Result(file, execution.objects(), execution.roots(), Files.size(file), halfway);
        } catch (IOException e) {
            throw new UncheckedIOException("writing the result of a bulk operation", e);
        }
    }

    private static long startOfLine(Path file, long number) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long position = 0;
            long lines = 0;
            for (int next = in.read(); next >= 0 && lines < number; next = in.read()) {
                position++;
                lines += next == '\n' ? 1 : 0;
            }
            return position;
        }
    }
}
