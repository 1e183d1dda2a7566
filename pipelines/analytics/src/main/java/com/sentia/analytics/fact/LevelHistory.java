package com.sentia.analytics.fact;

import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what something stood at, told instant by instant and in any order, into facts that say by how much it moved. It
 * stands as told until the next instant told of; an instant without facts was taken back.
 *
 * <p>So a new instant moves two facts: its own, and that of the next instant, which now starts from another level.
 */
public final class LevelHistory {
    private LevelHistory() {}

    /** The versions known, by their instants in microseconds. */
    public interface Instants {
        @Nullable
        EntityFacts at(long instant);

        /** Of the last instant before this one that stands for anything. */
        @Nullable
        EntityFacts before(long instant);

        /** Of the first instant after this one that stands for anything. */
        @Nullable
        EntityFacts after(long instant);
    }

    /** What a version for an instant means; nothing when it is the known one or an older one. */
    public static Optional<VersionStep> step(Instants known, long instant, EntityFacts arriving) {
        EntityFacts present = known.at(instant);
        Optional<VersionStep> step = VersionStep.of(present, arriving);
        if (step.isEmpty()) {
            return step;
        }
        List<Fact> before = factsOf(known.before(instant));
        EntityFacts next = known.after(instant);
        List<Fact> retractions = moves(before, factsOf(present), next);
        List<Fact> additions = moves(before, arriving.facts(), next);
        return Optional.of(new VersionStep(
                FactDiff.between(retractions, additions), step.get().kind()));
    }

    /** The moves at an instant and at the next, where {@code at} is what stands at the instant, empty for nothing told. */
    private static List<Fact> moves(List<Fact> before, List<Fact> at, @Nullable EntityFacts next) {
        List<Fact> moves = new ArrayList<>();
        if (!at.isEmpty()) {
            move(before, at, moves);
        }
        if (next != null) {
            move(at.isEmpty() ? before : at, next.facts(), moves);
        }
        return moves;
    }

    private static void move(List<Fact> from, List<Fact> to, List<Fact> moves) {
        long instant = to.get(0).timeMicros();
        for (Fact fact : to) {
            Fact start = alike(fact, from);
            add(fact, start, instant, moves);
        }
        for (Fact fact : from) {
            if (alike(fact, to) == null) {
                add(null, fact, instant, moves);
            }
        }
    }

    private static void add(@Nullable Fact to, @Nullable Fact from, long instant, List<Fact> moves) {
        Fact form = java.util.Objects.requireNonNull(to == null ? from : to);
        FactKind kind = form.kind();
        Fact.Builder move = Fact.of(kind, instant).in(form.currency());
        boolean isMoved = false;
        for (Attribute attribute : kind.attributes()) {
            move.with(attribute, form.text(attribute));
        }
        for (Figure figure : kind.figures()) {
            long by = Math.subtractExact(to == null ? 0 : to.figure(figure), from == null ? 0 : from.figure(figure));
            move.with(figure, by);
            isMoved |= by != 0;
        }
        if (isMoved) {
            moves.add(move.build());
        }
    }

    /** The fact of the same kind, attributes and currency. */
    private static @Nullable Fact alike(Fact fact, List<Fact> others) {
        for (Fact other : others) {
            if (other.kind() == fact.kind()
                    && java.util.Objects.equals(other.currency(), fact.currency())
                    && fact.kind().attributes().stream()
                            .allMatch(one -> java.util.Objects.equals(fact.text(one), other.text(one)))) {
                return other;
            }
        }
        return null;
    }

    private static List<Fact> factsOf(@Nullable EntityFacts version) {
        return version == null ? List.of() : version.facts();
    }
}
