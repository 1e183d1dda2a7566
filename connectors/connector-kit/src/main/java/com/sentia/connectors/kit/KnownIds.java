package com.sentia.connectors.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of a feed's records that were handed on and are not known to be gone: what the vendor has is compared with them. They
 * are kept in ascending slices, each small enough for an offset of its own, so that new records change the last slice only. Eight
 * bytes a record in memory, about two to five in an offset.
 */
public final class KnownIds {
    /** Ids in a slice at most. */
    public static final int SLICE = 4096;

    private final TreeMap<Long, Slice> slices = new TreeMap<>();
    private int nextNumber;
    private long size;

    /** Ids of one range. */
    private static final class Slice {
        private final int number;
        private final long least;
        private long[] ids = new long[16];
        private int count;
        private boolean changed;

        Slice(int number, long least) {
            this.number = number;
            this.least = least;
        }

        int place(long id) {
            return Arrays.binarySearch(ids, 0, count, id);
        }

        void insert(int at, long id) {
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, count * 2);
            }
            System.arraycopy(ids, at, ids, at + 1, count - at);
            ids[at] = id;
            count++;
            changed = true;
        }

        void remove(int at) {
            System.arraycopy(ids, at + 1, ids, at, count - at - 1);
            count--;
            changed = true;
        }

        long[] content() {
            return Arrays.copyOf(ids, count);
        }
    }

    /**
     * A slice as it is kept.
     *
     * @param number names it
     * @param least inclusive lower bound of its ids
     * @param ids in ascending order
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record Kept(int number, long least, long[] ids) {}

    /**
     * Ids between two bounds.
     *
     * @param after exclusive lower bound; the least value for none
     * @param upTo inclusive upper bound; the greatest value for none
     * @param count how many of them are known
     */
    public record Range(long after, long upTo, long count) {}

    public KnownIds() {
        this(List.of());
    }

    /** With what was kept. */
    public KnownIds(Collection<Kept> kept) {
        for (Kept one : kept) {
            Slice slice = new Slice(one.number(), one.least());
            slice.ids = one.ids().length == 0 ? new long[16] : one.ids().clone();
            slice.count = one.ids().length;
            slices.put(one.least(), slice);
            nextNumber = Math.max(nextNumber, one.number() + 1);
            size += slice.count;
        }
        if (!slices.containsKey(Long.MIN_VALUE)) {
            slices.put(Long.MIN_VALUE, new Slice(nextNumber++, Long.MIN_VALUE));
        }
    }

    /** How many there are. */
    public long size() {
        return size;
    }

    public boolean contains(long id) {
        return at(id).place(id) >= 0;
    }

    /** Adds one that may be there already. */
    public void add(long id) {
        Slice slice = at(id);
        int place = slice.place(id);
        if (place >= 0) {
            return;
        }
        size++;
        int at = -place - 1;
        if (slice.count < SLICE) {
            slice.insert(at, id);
            return;
        }
        // Records mostly come in the order of their ids: then the slice stays full, and the next one begins.
        int from = at == slice.count ? at : slice.count / 2;
        Slice next = new Slice(nextNumber++, from == slice.count ? id : slice.ids[from]);
        for (int i = from; i < slice.count; i++) {
            next.insert(next.count, slice.ids[i]);
        }
        slice.changed = slice.changed || from < slice.count;
        slice.count = from;
        next.changed = true;
        slices.put(next.least, next);
        Slice into = at(id);
        into.insert(-into.place(id) - 1, id);
    }

    /** Takes one away that may not be there. */
    public void remove(long id) {
        Slice slice = at(id);
        int place = slice.place(id);
        if (place >= 0) {
            slice.remove(place);
            size--;
        }
    }

    /** All ids there can be, range by range in ascending order. */
    public List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        for (Map.Entry<Long, Slice> one : slices.entrySet()) {
            Long next = slices.higherKey(one.getKey());
            long after = one.getKey() == Long.MIN_VALUE ? Long.MIN_VALUE : one.getKey() - 1;
            ranges.add(new Range(after, next == null ? Long.MAX_VALUE : next - 1, one.getValue().count));
        }
        return ranges;
    }

    /** The known ids of a range, in ascending order. */
    public long[] in(Range range) {
        long first = range.after() == Long.MIN_VALUE ? Long.MIN_VALUE : range.after() + 1;
        return slices.subMap(at(first).least, true, range.upTo(), true).values().stream()
                .flatMapToLong(slice -> Arrays.stream(slice.content()))
                .filter(id -> id > range.after() && id <= range.upTo())
                .toArray();
    }

    /** The numbers of all slices. */
    public List<Integer> numbers() {
        return slices.values().stream().map(slice -> slice.number).sorted().toList();
    }

    /** The slices that changed since they were last called kept. */
    public List<Kept> changed() {
        return slices.values().stream()
                .filter(slice -> slice.changed)
                .map(slice -> new Kept(slice.number, slice.least, slice.content()))
                .toList();
    }

    /** Hears that what changed is kept. */
    public void kept() {
        slices.values().forEach(slice -> slice.changed = false);
    }

    private Slice at(long id) {
        Map.Entry<Long, Slice> floor = slices.floorEntry(id);
        if (floor == null) {
            throw new IllegalStateException("the first slice has no lower bound");
        }
        return floor.getValue();
    }
}
