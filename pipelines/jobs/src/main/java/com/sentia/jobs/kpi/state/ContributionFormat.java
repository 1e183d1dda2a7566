package com.sentia.jobs.kpi.state;

import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.fact.RateDay;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;

/** Format of a contribution: time, number of values, values, number of tallies, tallies, currency, and its day where there is one. */
public final class ContributionFormat {
    private ContributionFormat() {}

    public static void write(Contribution contribution, DataOutputView out) throws IOException {
        Longs.write(contribution.timeMicros(), out);
        Longs.write(contribution.values().length, out);
        Longs.writeAll(contribution.values(), out);
        Longs.write(contribution.tallies().size(), out);
        for (Map.Entry<String, Long> tally : contribution.tallies().entrySet()) {
            StringValue.writeString(tally.getKey(), out);
            Longs.write(tally.getValue(), out);
        }
        write(contribution.rateDay(), out);
    }

    public static Contribution read(DataInputView in) throws IOException {
        long time = Longs.read(in);
        long[] values = new long[(int) Longs.read(in)];
        Longs.readAll(values, in);
        Map<String, Long> tallies = new HashMap<>();
        for (long left = Longs.read(in); left > 0; left--) {
            tallies.put(StringValue.readString(in), Longs.read(in));
        }
        return new Contribution(time, values, tallies, rateDay(in));
    }

    private static void write(@Nullable RateDay rateDay, DataOutputView out) throws IOException {
        StringValue.writeString(rateDay == null ? null : rateDay.currency(), out);
        if (rateDay != null) {
            Longs.write(rateDay.day(), out);
        }
    }

    private static @Nullable RateDay rateDay(DataInputView in) throws IOException {
        String currency = StringValue.readString(in);
        return currency == null ? null : new RateDay(currency, Longs.read(in));
    }
}
