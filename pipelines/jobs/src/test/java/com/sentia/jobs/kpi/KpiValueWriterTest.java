package com.sentia.jobs.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.analytics.kpi.SalesCatalogue;
import com.sentia.schemas.KpiValue;
import com.sentia.schemas.Op;
import com.sentia.timescale.KpiChange;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KpiValueWriterTest {
    private static final KpiValueWriter WRITER = KpiValueWriter.of(SalesCatalogue.in(ZoneId.of("Europe/London")));
    private static final Instant NINE = Instant.parse("2026-06-01T09:00:00Z");

    @Test
    void keysAChangePointBySeriesAndEnd() {
        KpiChange change = change("units", false, List.of());

        assertThat(new String(WRITER.key(change), StandardCharsets.UTF_8))
                .isEqualTo("units|1|region=UK,source=shopify|24h/5m|2026-06-01T09:00:00Z");
        assertThat(WRITER.partitionedBy(change)).isEqualTo("units|1|region=UK,source=shopify|24h/5m");
    }

    @Test
    void namesComponentsAsTheDefinitionDoes() {
        List<BigDecimal> components = List.of(new BigDecimal("7.000000"), new BigDecimal("2.000000"));

        KpiValue value = (KpiValue) WRITER.record(change("aov", false, components));

        assertThat(value.getComponents())
                .containsOnly(Map.entry("net_sales", components.get(0)), Map.entry("orders", components.get(1)));
        assertThat(value.getOp()).isEqualTo(Op.UPSERT);
        assertThat(value.getWindowEnd()).isEqualTo(NINE);
        assertThat(value.getValue()).isEqualTo("3.500000");
        assertThat(value.getCount()).isEqualTo(5);
        assertThat(value.getRevision()).isEqualTo(1);
        assertThat(value.getGeneration()).isEqualTo(8);
        assertThat(value.getSequence()).isEqualTo(9);
    }

    @Test
    void tellsThatAChangePointIsGone() {
        assertThat(((KpiValue) WRITER.record(change("units", true, List.of()))).getOp())
                .isEqualTo(Op.DELETE);
    }

    private static KpiChange change(String kpi, boolean delete, List<BigDecimal> components) {
        long end = NINE.getEpochSecond() * 1_000_000;
        return new KpiChange(
                kpi,
                1,
                Map.of("source", "shopify", "region", "UK"),
                "24h/5m",
                end,
                delete,
                new BigDecimal("3.500000"),
                components,
                5,
                1,
                true,
                List.of(),
                end,
                8,
                9);
    }
}
