package com.sentia.jobs.kpi.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.RateDay;
import com.sentia.analytics.fact.Sales;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.window.NativeSums;
import com.sentia.analytics.window.Running;
import com.sentia.analytics.window.Slice;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of state: what is in a savepoint today must be read for good. */
class StateFormatTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 1_000_000, Long.MAX_VALUE, Long.MIN_VALUE})
    void keepsEveryLong(long value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(16);
        Longs.write(value, out);

        assertThat(Longs.read(new DataInputDeserializer(out.getCopyOfBuffer()))).isEqualTo(value);
    }

    @Test
    void keepsASlice() throws IOException {
        Slice slice = new Slice(
                new long[] {-5, 2, Long.MAX_VALUE, 0},
                new TreeMap<>(Map.of("k1:a", 2L, "\u00023pcut", 3_000_000_000L)));

        Slice read = again(SliceSerializer.INSTANCE, slice);

        assertThat(read.values()).isEqualTo(slice.values());
        assertThat(read.tallies()).isEqualTo(slice.tallies());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsWhereTheMembersOfASliceAre(boolean areMembersApart) throws IOException {
        for (TreeMap<String, Long> tallies :
                List.of(new TreeMap<>(Map.of("\u000107", 2L)), new TreeMap<String, Long>())) {
            Slice read = again(SliceSerializer.INSTANCE, new Slice(new long[] {1, 1}, tallies, areMembersApart));

            assertThat(read.areMembersApart()).isEqualTo(areMembersApart);
            assertThat(read.tallies()).isEqualTo(tallies);
        }
    }

    @Test
    void writesASliceInTheFormatOfTheFirstRelease() throws IOException {
        Slice slice = new Slice(new long[] {1_000_000, 1}, new TreeMap<>(Map.of("a", 2L)));

        assertThat(HexFormat.of().formatHex(bytes(SliceSerializer.INSTANCE, slice)))
                .isEqualTo("0480897a02020001" + "61" + "04");
    }

    @Test
    void writesFactsInTheFormatOfTheFirstRelease() throws IOException {
        Fact fact = Sales.fact(FactKind.GOODS, 1, "s", "UK", null, 2, 3, "c");
        EntityFacts facts = new EntityFacts(new EntityVersion(4, 1, 5), List.of(fact));

        assertThat(HexFormat.of().formatHex(bytes(EntityFactsSerializer.INSTANCE, facts)))
                .isEqualTo("08020a" + "01" + "02" + "0002" + "00" + "0273" + "03554b" + "00000000" + "0406");
        assertThat(again(EntityFactsSerializer.INSTANCE, facts)).isEqualTo(facts);
        assertThat(FactKind.values()).startsWith(FactKind.GOODS, FactKind.DISCOUNT, FactKind.RETURN, FactKind.ORDER);
    }

    @Test
    void keepsAmountsOfOtherCurrencies() throws IOException {
        Contribution sum = new Contribution(7, new long[] {-5, 2}, Map.of("a", 2L), new RateDay("EUR", 20_000));
        NativeSums sums = new NativeSums(new TreeMap<>(Map.of(60L, sum)));

        assertThat(again(NativeSumsSerializer.INSTANCE, sums).bySlice().get(60L))
                .usingRecursiveComparison()
                .isEqualTo(sum);
        assertThat(HexFormat.of().formatHex(bytes(NativeSumsSerializer.INSTANCE, sums)))
                .isEqualTo("02" + "78" + "0e" + "04" + "0904" + "02" + "0261" + "04" + "04455552" + "c0b802");
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryKindOfFact(FactKind kind) throws IOException {
        Fact fact = Sales.fact(kind, 1, "s", "UK", null, 2, 3, null);
        EntityFacts facts = new EntityFacts(new EntityVersion(4, 1, 5), List.of(fact));

        assertThat(again(EntityFactsSerializer.INSTANCE, facts)).isEqualTo(facts);
    }

    @Test
    void keepsWhatASeriesRemembers() throws IOException {
        Running running = new Running(2, 1, 1);
        running.latestFact = 7;
        running.isRefreshDue = true;
        running.days = 3;
        running.asOf[1] = 60_000_000;
        running.bounds[1].oldest = 30_000_000;
        running.bounds[1].next = 90_000_000;
        running.totals[1].values[0] = -9;
        running.totals[1].spreads[0].add(-3, 2);
        running.shownEnd[0] = 120_000_000;
        running.shown[0] = new long[] {0, 4, 5};
        running.openEnds[0] = 1;
        running.revisionMarks[1] = 2;

        running.totals[0].shares.add("\u00020wcut", 3_000_000_000L);

        Running read = again(RunningSerializer.INSTANCE, running);

        assertThat(read).usingRecursiveComparison().isEqualTo(running);
        assertThat(RunningSerializer.INSTANCE.copy(running))
                .usingRecursiveComparison()
                .isEqualTo(running);
    }

    @Test
    void writesNothingForSharesOfASeriesWithoutAny() throws IOException {
        Running running = new Running(1, 2, 0);
        running.latestFact = 7;
        running.totals[0].values[0] = 5;
        String never = "ff".repeat(9) + "01";
        String none = "fe" + "ff".repeat(8) + "01";

        assertThat(HexFormat.of().formatHex(bytes(RunningSerializer.INSTANCE, running)))
                .isEqualTo("020400" + "0e" + "00" + "00" + never + none + none + "02" + "0a" + "0000" + never);
    }

    @Test
    void copiesSoThatTheOriginalStaysAsItIs() {
        Slice slice = new Slice(new long[] {1}, new TreeMap<>());

        SliceSerializer.INSTANCE.copy(slice).values()[0] = 2;

        assertThat(slice.values()).containsExactly(1);
    }

    private static <T> T again(TypeSerializer<T> serializer, T value) throws IOException {
        return serializer.deserialize(new DataInputDeserializer(bytes(serializer, value)));
    }

    private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }
}
