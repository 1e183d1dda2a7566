package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.fact.Cause;
import com.sentia.analytics.fact.CauseKind;
import com.sentia.analytics.fact.EntityVersion;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.timescale.FactRow;
import com.sentia.timescale.FactWrite;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescribeFactsFunctionTest {
    private final DescribeFactsFunction function = new DescribeFactsFunction(ZoneId.of("Europe/London"));

    @Test
    void namesAnotherCurrencyAndTheBusinessDayOfItsRate() {
        long midnightInLondon = Instant.parse("2026-05-31T23:00:00Z").getEpochSecond() * 1_000_000;
        Fact goods = Fact.of(FactKind.GOODS, midnightInLondon).in("EUR").build();
        Cause cause = new Cause("order/uk/1", new EntityVersion(5, 2, 6), CauseKind.LATE);

        assertThat(function.map(CurrentFacts.of(cause, List.of(goods))).facts())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.attributes()).isEqualTo(Map.of("currency", "EUR", "rate_day", "2026-06-01")));
    }

    @Test
    void namesWhatIsKnownAndGivesFiguresInUnits() {
        Fact returned = Fact.of(FactKind.RETURN, 9)
                .with(Attribute.REGION, "UK")
                .with(Figure.UNITS, -2)
                .with(Figure.AMOUNT, -1_500_000)
                .build();
        Cause cause = new Cause("refund/uk/1", new EntityVersion(5, 2, 6), CauseKind.EDIT);

        assertThat(function.map(CurrentFacts.of(cause, List.of(returned))))
                .isEqualTo(new FactWrite(
                        "refund/uk/1",
                        5,
                        2,
                        6,
                        "EDIT",
                        List.of(new FactRow(
                                "return",
                                9,
                                Map.of("region", "UK"),
                                Map.of("units", BigDecimal.valueOf(-2), "amount", new BigDecimal("-1.500000")))),
                        false));
    }

    @Test
    void givesTimesInSeconds() {
        Fact dispatch =
                Fact.of(FactKind.DISPATCH, 9).with(Figure.DURATION, 90_500).build();
        Cause cause = new Cause("shipment/uk/1", new EntityVersion(5, 2, 6), CauseKind.LATE);

        assertThat(function.map(CurrentFacts.of(cause, List.of(dispatch))).facts())
                .singleElement()
                .satisfies(row -> assertThat(row.figures()).containsEntry("duration", new BigDecimal("90.500")));
    }

    @Test
    void forgetsAnEntity() {
        assertThat(function.map(CurrentFacts.forgotten("order/uk/1", 7)))
                .isEqualTo(FactWrite.forgetting("order/uk/1", 7));
    }
}
