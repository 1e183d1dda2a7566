package com.sentia.simulators.company;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What one place holds of one article, from each of its changes on. */
public final class StockLevel {
    private final long article;
    private final Site site;
    private final long[] times;
    private final int[] onHand;
    private final int[] committed;
    private final int[] incoming;

    private StockLevel(long article, Site site, Book book) {
        this.article = article;
        this.site = site;
        this.times = Arrays.copyOf(book.times, book.size);
        this.onHand = Arrays.copyOf(book.onHand, book.size);
        this.committed = Arrays.copyOf(book.committed, book.size);
        this.incoming = Arrays.copyOf(book.incoming, book.size);
    }

    /** Id of the article. */
    public long article() {
        return article;
    }

    public Site site() {
        return site;
    }

    /** Epoch second from which on there is a level at all. */
    public long createdAt() {
        return times[0];
    }

    /** How it stood at an epoch second; empty before there was one. */
    public Optional<Stock> at(long second) {
        int change = changeAt(second);
        return change < 0 ? Optional.empty() : Optional.of(stock(change));
    }

    /** Since when one of its figures had stood as it did at an epoch second at which there was a level. */
    public long since(ToIntFunction<Stock> figure, long second) {
        int change = changeAt(second);
        int value = figure.applyAsInt(stock(change));
        while (change > 0 && figure.applyAsInt(stock(change - 1)) == value) {
            change--;
        }
        return times[change];
    }

    int changes() {
        return times.length;
    }

    long changedAt(int change) {
        return times[change];
    }

    private Stock stock(int change) {
        return new Stock(onHand[change], committed[change], incoming[change], times[change]);
    }

    /** The last change up to an epoch second; negative when there was none. */
    private int changeAt(long second) {
        int found = Arrays.binarySearch(times, second);
        return found >= 0 ? found : -found - 2;
    }

    /** A level being written in the order of time; of changes in one second the last stays, and what changes nothing is none. */
    static final class Book {
        private long[] times = new long[8];
        private int[] onHand = new int[8];
        private int[] committed = new int[8];
        private int[] incoming = new int[8];
        private int size;

        void write(Stock now) {
            if (size > 0 && times[size - 1] == now.since()) {
                size--;
            }
            if (size > 0 && isAtEnd(now)) {
                return;
            }
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
                onHand = Arrays.copyOf(onHand, size * 2);
                committed = Arrays.copyOf(committed, size * 2);
                incoming = Arrays.copyOf(incoming, size * 2);
            }
            times[size] = now.since();
            onHand[size] = now.onHand();
            committed[size] = now.committed();
            incoming[size] = now.incoming();
            size++;
        }

        private boolean isAtEnd(Stock now) {
            int last = size - 1;
            return onHand[last] == now.onHand()
                    && committed[last] == now.committed()
                    && incoming[last] == now.incoming();
        }

        StockLevel close(long article, Site site) {
            return new StockLevel(article, site, this);
        }
    }
}
