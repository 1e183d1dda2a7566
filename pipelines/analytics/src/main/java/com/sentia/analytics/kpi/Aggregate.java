package com.sentia.analytics.kpi;

import java.util.List;

/** How the facts of a measure become one figure. */
public sealed interface Aggregate {
    /** Decimal places of the figure as an integer. */
    int scale();

    /** As written in the catalogue. */
    String text();

    /** One that takes a figure of the facts. */
    sealed interface OfFigure extends Aggregate {
        Figure figure();
    }

    /** The number of facts. */
    record Count() implements Aggregate {
        @Override
        public int scale() {
            return 0;
        }

        @Override
        public String text() {
            return "count";
        }
    }

    /** A figure of the facts added up. */
    record Sum(Figure figure) implements OfFigure {
        @Override
        public int scale() {
            return figure.scale();
        }

        @Override
        public String text() {
            return "sum(" + figure.key() + ")";
        }
    }

    /**
     * The number of different members that have at least so many facts; facts without a member don't count.
     *
     * @param atLeast 1 for distinct members, 2 for those that come again
     */
    record Members(Attribute attribute, int atLeast) implements Aggregate {
        @Override
        public int scale() {
            return 0;
        }

        @Override
        public String text() {
            return (atLeast == 1 ? "distinct(" : "repeated(") + attribute.key() + ")";
        }
    }

    /** Where something stands: a figure of the facts, which say by how much it moved, added up since ever. */
    record Level(Figure figure) implements OfFigure {
        @Override
        public int scale() {
            return figure.scale();
        }

        @Override
        public String text() {
            return "level(" + figure.key() + ")";
        }
    }

    /**
     * The mean over time of a {@link Level} in the window, time counted in whole seconds; rounded half-even to six decimal
     * places.
     */
    record Average(Figure figure) implements OfFigure {
        @Override
        public int scale() {
            return 6;
        }

        @Override
        public String text() {
            return "average(" + figure.key() + ")";
        }

        /** What it is made from: where the level stands, by how much it moved in the window, and when. */
        List<Aggregate> parts() {
            return List.of(new Level(figure), new Sum(figure), new Moment(figure, true), new Moment(figure, false));
        }
    }

    /**
     * The sum of figure times instant, in seconds since the epoch, as two numbers: what 2³² goes into it, and what is left.
     * Kept for an {@link Average}; no catalogue names it.
     */
    record Moment(Figure figure, boolean isHigh) implements OfFigure {
        @Override
        public int scale() {
            return 0;
        }

        @Override
        public String text() {
            return (isHigh ? "moment_high(" : "moment_low(") + figure.key() + ")";
        }
    }

    /**
     * The least value of a figure that so many in a thousand facts don't exceed (nearest rank), within 1 % of it.
     *
     * @param permille from 1 to 1000
     */
    record Quantile(Figure figure, int permille) implements OfFigure {
        @Override
        public int scale() {
            return figure.scale();
        }

        @Override
        public String text() {
            return "p" + (permille % 10 == 0 ? permille / 10 : permille / 10 + "_" + permille % 10) + "(" + figure.key()
                    + ")";
        }
    }

    /**
     * How much goes right through all members: the part per whole of each, multiplied; rounded half-even once to six decimal places.
     * A member whose whole is not above 0 is left out; where none is left there is no value, nor is there of a product beyond 9
     * million million. Facts without a member don't count.
     *
     * @param part not of money
     * @param whole not of money
     */
    record Rolled(Figure part, Figure whole, Attribute attribute) implements Aggregate {
        @Override
        public int scale() {
            return 6;
        }

        @Override
        public String text() {
            return "rolled(" + part.key() + " / " + whole.key() + " by " + attribute.key() + ")";
        }
    }

    /** The least or the greatest value of a figure; every different value in the window is kept. */
    record Extreme(Figure figure, boolean isGreatest) implements OfFigure {
        @Override
        public int scale() {
            return figure.scale();
        }

        @Override
        public String text() {
            return (isGreatest ? "max(" : "min(") + figure.key() + ")";
        }
    }
}
