package com.sentia.simulators.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;

/**
 * Which lines of the file have been in an answer. Each is appended to a file the first time, before the answer leaves:
 * a killed process forgets none.
 */
public final class ServedLines implements AutoCloseable {
    private final BitSet served = new BitSet();
    private final FileChannel log;

    private ServedLines(FileChannel log) {
        this.log = log;
    }

    /** Opens the record of earlier processes, or begins one. */
    public static ServedLines open(Path file) throws IOException {
        ByteBuffer earlier = Files.exists(file) ? ByteBuffer.wrap(Files.readAllBytes(file)) : ByteBuffer.allocate(0);
        FileChannel log = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ServedLines lines = new ServedLines(log);
        while (earlier.remaining() >= Integer.BYTES) {
            lines.served.set(earlier.getInt());
        }
        // A line number cut in half by a kill is written over.
        log.position(earlier.position());
        return lines;
    }

    public synchronized void add(int[] numbers, int count) {
        ByteBuffer fresh = ByteBuffer.allocate(count * Integer.BYTES);
        for (int i = 0; i < count; i++) {
            if (!served.get(numbers[i])) {
                served.set(numbers[i]);
                fresh.putInt(numbers[i]);
            }
        }
        fresh.flip();
        try {
            while (fresh.hasRemaining()) {
                log.write(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("recording served lines", e);
        }
    }

    /** Number of distinct lines served. */
    public synchronized int count() {
        return served.cardinality();
    }

    @Override
    public synchronized void close() throws IOException {
        log.close();
    }
}
