package com.sentia.verification.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Picks articles as shops sell them: the one of rank r is sold 1/r times as often as the first. */
final class ZipfSkus {
    static final int SKUS = 100_000;

    private final double[] upTo = new double[SKUS];

    ZipfSkus() {
        double sum = 0;
        for (int rank = 1; rank <= SKUS; rank++) {
            sum += 1.0 / rank;
            upTo[rank - 1] = sum;
        }
    }

    /** Rank of the article, from 0. */
    int next(SplittableRandom random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[SKUS - 1]);
        return Math.min(found < 0 ? -found - 1 : found, SKUS - 1);
    }

    static String name(int rank) {
        return "SKU-" + rank;
    }
}
