package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Article;
import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.CausedChange;
import com.sentia.analytics.fact.Contribution;
import com.sentia.analytics.fact.DailyDemand.Day;
import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.fact.FactDiff;
import com.sentia.analytics.fact.Sales;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.rate.RateVersion;
import com.sentia.jobs.kpi.SeriesMessage.Arrivals;
import com.sentia.jobs.kpi.state.ArticleSerializer;
import com.sentia.jobs.kpi.state.CompactType;
import com.sentia.runtime.Position;
import com.sentia.runtime.Rejection;
import com.sentia.runtime.UnitProgress;
import com.sentia.timescale.KpiChange;
import com.sentia.timescale.KpiWrite;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerialisationTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                KpiChange.class,
                KpiWrite.class,
                Rejection.class,
                CanonicalEvent.class,
                UnitProgress.class,
                RateEvent.class
            })
    void serialisesStreamAndStateTypesWithoutKryo(Class<?> type) {
        PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
        assertThat(type).isPublic();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                EntityChange.class,
                SeriesMessage.class,
                VersionEffect.class,
                CurrentFacts.class,
                KeyedEffect.class
            })
    void sendsWhatIsShuffledInFormatsOfOurOwn(Class<?> type) {
        assertThat(TypeInformation.of(type)).isInstanceOf(CompactType.class);
    }

    @Test
    void keepsAChange() throws IOException {
        Fact full = Sales.fact(FactKind.RETURN, -1, "shopify", "UK", "A-\u00e9", 3, -4_000_000, "k1:a");
        Fact bare = Sales.fact(FactKind.ORDER, 7, "shopify", "", null, 0, 0, null);
        EntityChange change = new EntityChange(
                "order/uk/1",
                new EntityFacts(new EntityVersion(5, 2, 6), List.of(full, bare)),
                new Position("sales.order.v1", 3, 1L << 40));

        assertThat(again(change)).isEqualTo(change);
    }

    @Test
    void keepsAMessage() throws IOException {
        Contribution contribution = new Contribution(9, new long[] {-5, 1, 0, 2}, Map.of("k1:a", -3_000_000_000L));
        SeriesMessage message = new SeriesMessage(
                "total",
                List.of(contribution),
                List.of(new CausedChange(
                        new Cause("order/uk/1", new EntityVersion(5, 2, 6), CauseKind.EDIT), List.of(contribution))),
                7,
                new Arrivals(1, 0, 2, 3));
        SeriesMessage sum = new SeriesMessage("sku\u001fA", List.of(), List.of(), Long.MIN_VALUE, null);

        assertThat(again(message)).usingRecursiveComparison().isEqualTo(message);
        assertThat(again(sum)).isEqualTo(sum);
    }

    @Test
    void keepsACustomersOrders() throws IOException {
        Fact order = Sales.fact(FactKind.NEW_CUSTOMER, 7, "shopify", "UK", null, 0, 0, null);
        KeyedEffect orders = new KeyedEffect(
                "k1:a",
                new VersionEffect(
                        new Cause("order/uk/1", new EntityVersion(5, 2, 6), CauseKind.CANCEL),
                        new FactDiff(List.of(order), List.of())));

        assertThat(again(orders)).isEqualTo(orders);
    }

    @Test
    void keepsWhatIsKnownOfAnArticle() throws IOException {
        Fact standing = Sales.fact(FactKind.STOCK, 0, "shopify", "UK", "A", 0, 50, null);
        Article article = new Article(-7, 1L << 50, List.of(3L, 5L), List.of(standing));

        assertThat(again(ArticleSerializer.INSTANCE, article)).isEqualTo(article);
        assertThat(again(ArticleSerializer.INSTANCE, Article.UNKNOWN)).isEqualTo(Article.UNKNOWN);
    }

    @Test
    void keepsAMoveOfDemand() throws IOException {
        DemandMove move = new DemandMove(
                new Day("caf\u00e9", LocalDate.of(2026, 3, 29)),
                -(1L << 40),
                new Cause("order/uk/1", new EntityVersion(5, 2, 6), CauseKind.CANCEL));

        assertThat(again(move)).isEqualTo(move);
    }

    @Test
    void keepsCurrentFacts() throws IOException {
        Fact fact = Sales.fact(FactKind.GOODS, -1, "shopify", "UK", "A", 3, -4_000_000, null);
        CurrentFacts facts = CurrentFacts.of(
                new Cause("order/uk/1", new EntityVersion(5, 2, 6), CauseKind.CANCEL), List.of(fact, fact));
        CurrentFacts forgotten = CurrentFacts.forgotten("order/uk/1", -9);

        assertThat(again(facts)).isEqualTo(facts);
        assertThat(again(forgotten)).isEqualTo(forgotten);
    }

    @Test
    void keepsAVersionOfARate() throws IOException {
        RateVersion rate =
                new RateVersion("EUR", -1, 855_000_001, "caf\u00e9", new EntityVersion(1L << 50, 2, 1L << 51));
        TypeSerializer<RateVersion> serializer =
                RateVersionSerializer.TYPE.createSerializer(new SerializerConfigImpl());

        assertThat(again(serializer, rate)).isEqualTo(rate);
        assertThat(again(serializer, serializer.createInstance())).isEqualTo(serializer.createInstance());
        assertThat(serializer.copy(rate)).isSameAs(rate);
    }

    @Test
    void writesAVersionOfARateInTheFormatOfTheFirstRelease() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        RateVersionSerializer.INSTANCE.serialize(new RateVersion("EUR", 1, 2, "u", new EntityVersion(4, 1, 5)), out);

        assertThat(HexFormat.of().formatHex(out.getCopyOfBuffer())).isEqualTo("04455552" + "0204" + "0275" + "08020a");
    }

    @SuppressWarnings("unchecked") // the type of a value is its class
    private static <T> T again(T value) throws IOException {
        return again(
                ((TypeInformation<T>) TypeInformation.of(value.getClass()))
                        .createSerializer(new SerializerConfigImpl()),
                value);
    }

    private static <T> T again(TypeSerializer<T> serializer, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
