package com.sentia.connectors.kit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one place where {@link KnownIds}, and how they were compared, become Connect source offsets and back. */
public final class KnownOffsets {
    private static final String PART = "known";
    private static final String SLICE_PART = PART + "-";
    private static final String SLICES = "known_slices";
    private static final String WHOLE = "known_whole";
    private static final String RECONCILED_TO = "reconciled_to";
    private static final String PASSES = "reconciled_passes";
    private static final String LEAST = "known_least";
    private static final String IDS = "known_ids";
    private static final Set<String> HEAD_KEYS = Set.of(SLICES, WHOLE, RECONCILED_TO, PASSES);
    private static final Set<String> SLICE_KEYS = Set.of(LEAST, IDS);
    private static final int MOST_BYTES_OF_ONE = 10;

    private KnownOffsets() {}

    /**
     * What is known beside the ids.
     *
     * @param slices numbers of the slices there are
     * @param isWhole whether every record handed on is among them
     * @param reconciledTo up to when, by the vendor's clock, what it has was last compared; null when it was not
     * @param passes how often it was
     */
    public record Head(
            List<Integer> slices, boolean isWhole, @Nullable Instant reconciledTo, long passes) {
        public Head {
            slices = List.copyOf(slices);
        }
    }

    /** The source partition of what is known beside the ids. */
    public static Map<String, String> partition(SourceUnit unit) {
        return FeedParts.partition(unit, PART);
    }

    /** The source partition of a slice. */
    public static Map<String, String> partition(SourceUnit unit, int slice) {
        return FeedParts.partition(unit, SLICE_PART + slice);
    }

    /** Whether a source partition is one of these. */
    public static boolean isPartition(Map<String, ?> partition) {
        return isHead(partition) || FeedParts.name(partition).startsWith(SLICE_PART);
    }

    /** Whether a source partition is that of what is known beside the ids. */
    public static boolean isHead(Map<String, ?> partition) {
        return FeedParts.name(partition).equals(PART);
    }

    public static Map<String, Object> write(Head head) {
        Map<String, Object> offset = new HashMap<>();
        offset.put(SLICES, head.slices().stream().map(String::valueOf).collect(Collectors.joining(",")));
        offset.put(WHOLE, head.isWhole());
        offset.put(PASSES, head.passes());
        Instant reconciledTo = head.reconciledTo();
        if (reconciledTo != null) {
            offset.put(RECONCILED_TO, reconciledTo.toString());
        }
        return offset;
    }

    /** @throws IllegalArgumentException when a field is missing, unknown or holds what it can't; the message names it */
    public static Head readHead(Map<String, ?> offset) {
        OffsetFields fields = new OffsetFields(offset, HEAD_KEYS);
        String numbers = fields.text(SLICES);
        if (numbers == null || !numbers.matches("(\\d{1,9}(,\\d{1,9})*)?")) {
            throw new IllegalArgumentException(SLICES + " must be numbers with commas, is " + numbers);
        }
        List<Integer> slices = numbers.isEmpty()
                ? List.of()
                : Arrays.stream(numbers.split(",", -1)).map(Integer::valueOf).toList();
        return new Head(slices, fields.claim(WHOLE), fields.instant(RECONCILED_TO), fields.count(PASSES));
    }

    public static Map<String, Object> write(KnownIds.Kept slice) {
        Map<String, Object> offset = new HashMap<>();
        offset.put(LEAST, Long.toString(slice.least()));
        offset.put(IDS, packed(slice.ids()));
        return offset;
    }

    /** @throws IllegalArgumentException when a field is missing, unknown or holds what it can't; the message names it */
    public static KnownIds.Kept readSlice(int number, Map<String, ?> offset) {
        OffsetFields fields = new OffsetFields(offset, SLICE_KEYS);
        String least = fields.text(LEAST);
        String ids = fields.text(IDS);
        if (least == null || ids == null) {
            throw new IllegalArgumentException("a slice of known ids needs " + LEAST + " and " + IDS);
        }
        return new KnownIds.Kept(number, Long.parseLong(least), unpacked(ids));
    }

    /** Each id as its distance to the one before, seven bits to a byte. */
    private static String packed(long[] ids) {
        ByteBuffer bytes = ByteBuffer.allocate(ids.length * MOST_BYTES_OF_ONE);
        long before = 0;
        for (long id : ids) {
            long distance = id - before;
            while ((distance & ~0x7FL) != 0) {
                bytes.put((byte) ((distance & 0x7F) | 0x80));
                distance >>>= 7;
            }
            bytes.put((byte) distance);
            before = id;
        }
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    private static long[] unpacked(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        long[] ids = new long[bytes.length];
        int count = 0;
        long id = 0;
        long distance = 0;
        int shift = 0;
        for (byte next : bytes) {
            distance |= (long) (next & 0x7F) << shift;
            shift += 7;
            if (next >= 0) {
                id += distance;
                ids[count++] = id;
                distance = 0;
                shift = 0;
            }
        }
        return Arrays.copyOf(ids, count);
    }
}
