package com.sentia.connectors.shopify;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the levels of all locations, and where in it to go on. A location is read in windows of update times, the last one
 * open: whatever changes while the pass goes on moves into a window that is still to be read, and is read in it.
 *
 * @param from update times that are read begin here; null when all levels are read
 * @param startedAt the shop's clock when the pass began: at its end all that was changed before it has been read
 * @param location global id of the location being read
 * @param windowFrom inclusive bound of the window; null for none
 * @param windowTo exclusive bound of the window; null for none
 * @param read levels read in the window
 * @param pageToken position in the window; null at its beginning
 */
record LevelPass(
        @Nullable Instant from,
        Instant startedAt,
        String location,
        @Nullable Instant windowFrom,
        @Nullable Instant windowTo,
        long read,
        @Nullable String pageToken) {
    private static final Comparator<String> BY_NUMBER = Comparator.comparing(
            Gid::number, Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

    /** A pass at its beginning; empty where there are no locations. */
    static Optional<LevelPass> begin(@Nullable Instant from, Instant startedAt, List<String> locations) {
        return locations.stream()
                .min(BY_NUMBER)
                .map(first -> new LevelPass(from, startedAt, first, from, null, 0, null));
    }

    /** Whether all levels are read, not only those changed lately. */
    boolean isFull() {
        return from == null;
    }

    /** The window as Shopify's search. */
    String search() {
        String lower = windowFrom == null ? "" : "updated_at:>='" + windowFrom + "'";
        String upper = windowTo == null ? "" : "updated_at:<'" + windowTo + "'";
        return (lower + " " + upper).strip();
    }

    /** The window anew from its beginning. */
    LevelPass again() {
        return new LevelPass(from, startedAt, location, windowFrom, windowTo, 0, null);
    }

    /** Further on in the window. */
    LevelPass at(String token, long nowRead) {
        return new LevelPass(from, startedAt, location, windowFrom, windowTo, nowRead, token);
    }

    /**
     * The earlier part of a window that holds more than can be paged through; what is later comes after it.
     *
     * @param times of levels seen in the window; the window is divided at the middle one
     * @return empty when they are all of one time, so that it can't be divided
     */
    Optional<LevelPass> divided(List<Instant> times) {
        TreeSet<Instant> later = new TreeSet<>(times);
        later.pollFirst();
        if (later.isEmpty()) {
            return Optional.empty();
        }
        Instant middle = times.stream().sorted().toList().get(times.size() / 2);
        Instant border = later.ceiling(middle);
        return Optional.of(
                new LevelPass(from, startedAt, location, windowFrom, border == null ? later.first() : border, 0, null));
    }

    /** What follows on the window's end: the rest of the location, the next location, or nothing. */
    Optional<LevelPass> next(List<String> locations) {
        if (windowTo != null) {
            return Optional.of(new LevelPass(from, startedAt, location, windowTo, null, 0, null));
        }
        return locations.stream()
                .filter(other -> BY_NUMBER.compare(other, location) > 0)
                .min(BY_NUMBER)
                .map(following -> new LevelPass(from, startedAt, following, from, null, 0, null));
    }
}
