package com.sentia.launcher.deployments;

import com.sentia.analytics.kpi.KpiCatalogue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One KPI job of a stack, and what it publishes.
 *
 * @param name the job's name, and that of its writers in {@code kpi_writer}: {@code kpi}, later {@code kpi-2}, {@code kpi-3}
 * @param catalogue its own copy of the catalogue file it was begun with
 * @param published the version of each KPI it publishes; what their formulas rest on is computed with them
 * @param endsAt from when on it is stopped for good; empty while it is to go on
 */
public record Deployment(
        String name, Path catalogue, Map<String, Integer> published, Phase phase, Optional<Instant> endsAt) {
    static final String FIRST = "kpi";

    /** How far a deployment has come. */
    public enum Phase {
        /** It computes; readers are not shown what yet. */
        PENDING,
        /** Readers are, or were, shown what it publishes. */
        SHOWN,
        /** It goes on until its end. */
        ENDING,
        /** Given up before it was shown: its job is to end at once, and its values are to be deleted. */
        WITHDRAWN,
        /** Its job is gone for good. */
        ENDED
    }

    public Deployment {
        published = Map.copyOf(published);
    }

    /** Its place in the row of deployments, from 1. */
    int number() {
        return name.equals(FIRST) ? 1 : Integer.parseInt(name.substring(FIRST.length() + 1));
    }

    static String name(int number) {
        return number == 1 ? FIRST : FIRST + "-" + number;
    }

    public boolean isFirst() {
        return name.equals(FIRST);
    }

    public boolean isPending() {
        return phase == Phase.PENDING;
    }

    public boolean isEnded() {
        return phase == Phase.ENDED;
    }

    /** Whether it is to be stopped for good by now. */
    public boolean isOver(Instant now) {
        return switch (phase) {
            case WITHDRAWN -> true;
            case ENDING -> endsAt.map(end -> !now.isBefore(end)).orElse(false);
            case PENDING, SHOWN, ENDED -> false;
        };
    }

    public Deployment shown() {
        return new Deployment(name, catalogue, published, Phase.SHOWN, Optional.empty());
    }

    public Deployment endingAt(Instant end) {
        return new Deployment(name, catalogue, published, Phase.ENDING, Optional.of(end));
    }

    public boolean isWithdrawn() {
        return phase == Phase.WITHDRAWN;
    }

    public Deployment withdrawn() {
        return new Deployment(name, catalogue, published, Phase.WITHDRAWN, endsAt);
    }

    public Deployment ended() {
        return new Deployment(name, catalogue, published, Phase.ENDED, endsAt);
    }

    /** What it publishes, under its versions. */
    public KpiCatalogue kpis(CatalogueReader reader) {
        return reader.read(catalogue).publishing(published);
    }

    /** {@code kpi=version}, in order, joined by commas: how its job is told. */
    public String publishedText() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(published)
                .forEach((kpi, version) -> text.append(text.isEmpty() ? "" : ",")
                        .append(kpi)
                        .append('=')
                        .append(version));
        return text.toString();
    }
}
