package com.sentia.jobs.kpi;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps what a job in this JVM wrote, in the order of its writing. */
record CollectingSink<T>(String id) implements Sink<T> {
    private static final Map<String, Queue<Object>> WRITTEN = new ConcurrentHashMap<>();

    static <T> CollectingSink<T> create() {
        return new CollectingSink<>(UUID.randomUUID().toString());
    }

    @SuppressWarnings("unchecked") // only this sink's elements are kept under its id
    Collection<T> written() {
        return (Collection<T>) WRITTEN.computeIfAbsent(id, absent -> new ConcurrentLinkedQueue<>());
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context where) {
                written().add(element);
            }

            @Override
            public void flush(boolean endOfInput) {
                // Nothing waits.
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }
}
