package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The smallest thing KPIs count, such as a line of goods sold: an instant of business time with the attributes and figures of
 * its kind. Immutable.
 */
public final class Fact {
    private final FactKind kind;
    private final long timeMicros;
    private final @Nullable String[] texts;
    private final long[] numbers;
    private final @Nullable String currency;

    private Fact(FactKind kind, long timeMicros, @Nullable String[] texts, long[] numbers, @Nullable String currency) {
        this.kind = kind;
        this.timeMicros = timeMicros;
        this.texts = texts;
        this.numbers = numbers;
        this.currency = currency;
    }

    /** @param timeMicros business time, UTC */
    public static Builder of(FactKind kind, long timeMicros) {
        return new Builder(kind, timeMicros);
    }

    /** Attributes not given are unknown, figures 0. */
    public static final class Builder {
        private final FactKind kind;
        private final long timeMicros;
        private final @Nullable String[] texts;
        private final long[] numbers;
        private @Nullable String currency;

        private Builder(FactKind kind, long timeMicros) {
            this.kind = kind;
            this.timeMicros = timeMicros;
            this.texts = new String[kind.attributes().size()];
            this.numbers = new long[kind.figures().size()];
        }

        /** @throws IllegalArgumentException when facts of the kind have no such attribute */
        public Builder with(Attribute attribute, @Nullable String value) {
            texts[placeOf(kind, attribute)] = value;
            return this;
        }

        /** @throws IllegalArgumentException when facts of the kind have no such figure */
        public Builder with(Figure figure, long value) {
            numbers[placeOf(kind, figure)] = value;
            return this;
        }

        /** What its amounts are in, ISO 4217; null, as when not said, for the business currency. */
        public Builder in(@Nullable String otherCurrency) {
            currency = otherCurrency;
            return this;
        }

        public Fact build() {
            return new Fact(kind, timeMicros, texts.clone(), numbers.clone(), currency);
        }
    }

    public FactKind kind() {
        return kind;
    }

    /** Business time, UTC. */
    public long timeMicros() {
        return timeMicros;
    }

    /**
     * Null when it is unknown.
     *
     * @throws IllegalArgumentException when facts of the kind have no such attribute
     */
    public @Nullable String text(Attribute attribute) {
        return texts[placeOf(kind, attribute)];
    }

    /** @throws IllegalArgumentException when facts of the kind have no such figure */
    public long figure(Figure figure) {
        return numbers[placeOf(kind, figure)];
    }

    /** What its amounts are in, ISO 4217; null for the business currency. */
    public @Nullable String currency() {
        return currency;
    }

    /** The attribute at its place among those of the kind. */
    @Nullable
    String textAt(int place) {
        return texts[place];
    }

    /** The figure at its place among those of the kind. */
    long numberAt(int place) {
        return numbers[place];
    }

    private static int placeOf(FactKind kind, Attribute attribute) {
        int place = kind.attributes().indexOf(attribute);
        if (place < 0) {
            throw new IllegalArgumentException(kind + " has no " + attribute);
        }
        return place;
    }

    private static int placeOf(FactKind kind, Figure figure) {
        int place = kind.figures().indexOf(figure);
        if (place < 0) {
            throw new IllegalArgumentException(kind + " has no " + figure);
        }
        return place;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fact fact
                && kind == fact.kind
                && timeMicros == fact.timeMicros
                && Arrays.equals(texts, fact.texts)
                && Arrays.equals(numbers, fact.numbers)
                && Objects.equals(currency, fact.currency);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, timeMicros, Arrays.hashCode(texts), Arrays.hashCode(numbers), currency);
    }

    @Override
    public String toString() {
        return kind + "@" + timeMicros + Arrays.toString(texts) + Arrays.toString(numbers)
                + (currency == null ? "" : currency);
    }
}
