package com.sentia.connectors.kit.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.ConnectorSignal;
import com.sentia.schemas.SignalKind;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackfillRequestTest {
    private static final Instant MIDDAY = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = MIDDAY.plusSeconds(60);

    @Test
    void takesASpanOrIds() {
        ConnectorSignal span = signal().setFrom(MIDDAY).setTo(LATER).build();
        ConnectorSignal ids = ofOrders().setIds(List.of("7", "8", "7")).build();

        assertThat(BackfillRequest.problem(span)).isEmpty();
        assertThat(BackfillRequest.backfill(span).span()).isEqualTo(new Backfill.Span(MIDDAY, LATER));
        assertThat(BackfillRequest.problem(ids)).isEmpty();
        assertThat(BackfillRequest.backfill(ids).ids()).containsExactly("7", "8");
    }

    @Test
    void saysWhatIsUnclear() {
        assertThat(problem(signal())).contains("needs from and to");
        assertThat(problem(signal().setFrom(MIDDAY))).contains("needs from and to");
        assertThat(problem(signal().setFrom(LATER).setTo(MIDDAY))).contains("before");
        assertThat(problem(signal().setFrom(MIDDAY).setTo(MIDDAY))).contains("before");
        assertThat(problem(ofOrders().setIds(List.of("7")).setFrom(MIDDAY))).contains("not by both");
        assertThat(problem(signal().setIds(List.of("7")))).contains("name both");
        assertThat(problem(ofOrders().setIds(Collections.nCopies(251, "7")))).contains("250 ids at most");
        assertThat(problem(ofOrders().setIds(List.of("7,8")))).contains("without commas");
    }

    private static String problem(ConnectorSignal.Builder signal) {
        return BackfillRequest.problem(signal.build()).orElse("");
    }

    private static ConnectorSignal.Builder ofOrders() {
        return signal().setUnit("shop").setEntity("order");
    }

    private static ConnectorSignal.Builder signal() {
        return ConnectorSignal.newBuilder()
                .setId("s")
                .setConnector("c")
                .setKind(SignalKind.BACKFILL)
                .setRequestedAt(MIDDAY);
    }
}
