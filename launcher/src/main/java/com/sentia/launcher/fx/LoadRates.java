package com.sentia.launcher.fx;

import com.sentia.analytics.rate.RateBounds;
import com.sentia.launcher.status.WorkProgress;
import com.sentia.launcher.topics.TopicRecords;
import com.sentia.schemas.FxRate;
import com.sentia.schemas.topics.Topics;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the rates of a sheet that are not known yet onto their topic. Done again it writes nothing. */
public final class LoadRates {
    private final TopicRecords topic;
    private final Clock clock;
    private final WorkProgress progress;

    /** @param topic {@link Topics#FX_RATE} */
    public LoadRates(TopicRecords topic, Clock clock, WorkProgress progress) {
        this.topic = topic;
        this.clock = clock;
        this.progress = progress;
    }

    /** How many rates were written, and how many were known to be so. */
    public record Loaded(int written, int unchanged) {}

    /** @throws IOException when the broker or the registry doesn't take part, saying what came of it */
    public Loaded load(RateSheet sheet) throws IOException, InterruptedException {
        RateChanges changes =
                new RateChanges(sheet, known(sheet), clock.instant().truncatedTo(ChronoUnit.MICROS));
        List<DayRate> changed = changes.changed();
        topic.write(
                changed.stream()
                        .map(changes::record)
                        .map(record -> new TopicRecords.Keyed(RateChanges.key(record), record)),
                done -> progress.at("writing rates", done, changed.size()));
        return new Loaded(changed.size(), sheet.rates().size() - changed.size());
    }

    /** Of each rate of the sheet the record that has the last word; what no job would take counts as none. */
    private Map<DayRate.Key, KnownRate> known(RateSheet sheet) throws IOException {
        Set<DayRate.Key> wanted = sheet.rates().stream().map(DayRate::key).collect(Collectors.toSet());
        Map<DayRate.Key, KnownRate> known = new HashMap<>();
        topic.read(
                (key, record) -> {
                    if (record instanceof FxRate rate && rate.getQuoteCurrency().equals(sheet.quote())) {
                        DayRate.Key day = new DayRate.Key(rate.getBaseCurrency(), rate.getDay());
                        KnownRate found = KnownRate.of(rate);
                        if (wanted.contains(day)
                                && (found.rate().isDeleted()
                                        || RateBounds.isRate(found.rate().nanos()))) {
                            known.merge(day, found, KnownRate::or);
                        }
                    }
                },
                (done, all) -> progress.at("reading what is known", done, all));
        return known;
    }
}
