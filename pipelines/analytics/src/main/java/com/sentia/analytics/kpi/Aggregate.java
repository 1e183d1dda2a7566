package com.sentia.analytics.kpi;

/** How the facts of a measure become one figure. */
public sealed interface Aggregate {
    /** Decimal places of the figure as an integer. */
    int scale();

    /** As written in the catalogue. */
    String text();

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
    record Sum(Figure figure) implements Aggregate {
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
}
