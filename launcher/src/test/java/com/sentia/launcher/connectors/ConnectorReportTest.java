package com.sentia.launcher.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.schemas.ConnectorNotice;
import com.sentia.schemas.NoticeKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectorReportTest {
    private static final Instant MIDDAY = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(MIDDAY, ZoneOffset.UTC);
    private static final String OFFSETS = """
            {"offsets": [
              {"partition": {"vendor": "shopify", "unit": "uk", "entity": "order"},
               "offset": {"updated_at": "2026-01-01T11:00:00Z", "id": "7", "complete_to": "2026-01-01T11:59:00Z"}},
              {"partition": {"vendor": "shopify", "unit": "uk", "entity": "order", "part": "control"},
               "offset": {"signal_position": 3, "paused": false, "stopped": false, "backfill_id": "b",
                          "backfill_sent": 40, "backfill_window_from": "2025-06-01T00:00:00Z"}},
              {"partition": {"vendor": "shopify", "unit": "uk", "entity": "order", "part": "known-0"},
               "offset": {"known_least": "1", "known_ids": ""}},
              {"partition": {"vendor": "shopify", "unit": "eu", "entity": "order"},
               "offset": {"updated_at": "2026-01-01T11:00:00Z", "id": "7", "window_from": "2026-01-01T10:00:00Z"}},
              {"partition": {"vendor": "shopify", "unit": "usa", "entity": "order", "part": "control"},
               "offset": {"signal_position": 3, "paused": true}},
              {"partition": {"server": "sentia"}, "offset": {"lsn": 1}}]}""";

    @Test
    void showsEveryFeedWithItsState() {
        ConnectorReport report = report(status("RUNNING", "RUNNING"), OFFSETS);

        assertThat(report.text(CLOCK).lines()).first().asString().isEqualTo("shopify: running, 1 of 1 task runs");
        assertThat(rows(report))
                .satisfiesExactly(
                        eu -> assertThat(eu).contains("reading"),
                        uk -> assertThat(uk)
                                .contains("caught-up", "2026-01-01T11:59:00Z", "1m 00s", "40 read")
                                .contains("2026-01-01 11:58 backfill-started: reads"),
                        usa -> assertThat(usa).contains("paused"));
        assertThat(report.isWell()).isTrue();
    }

    @Test
    void saysWhatFailed() {
        ConnectorReport report = report(status("RUNNING", "FAILED"), OFFSETS);

        assertThat(report.text(CLOCK)).contains("task 0 failed: no such topic").doesNotContain("at com.sentia");
        assertThat(report.isWell()).isFalse();
    }

    @Test
    void saysThatTheWholeConnectorIsPaused() {
        assertThat(rows(report(status("PAUSED", "PAUSED"), OFFSETS)))
                .allSatisfy(row -> assertThat(row).contains("connector paused"));
    }

    @Test
    void isNotWellWhileAVendorRefusesAUnit() {
        String offsets = OFFSETS.replace("\"stopped\": false", "\"stopped\": true");

        assertThat(report(status("RUNNING", "RUNNING"), offsets).isWell()).isFalse();
    }

    @Test
    void knowsWhichFeedsHearSignals() {
        assertThat(Feed.of(json(OFFSETS)))
                .filteredOn(Feed::hearsSignals)
                .extracting(Feed::name)
                .containsExactly("uk/order", "usa/order");
    }

    private static List<String> rows(ConnectorReport report) {
        return report.text(CLOCK)
                .lines()
                .filter(line -> line.matches("(eu|uk|usa) .*"))
                .toList();
    }

    private static ConnectorReport report(String status, String offsets) {
        ConnectorNotice notice = ConnectorNotice.newBuilder()
                .setId("1")
                .setConnector("shopify")
                .setKind(NoticeKind.BACKFILL_STARTED)
                .setVendor("shopify")
                .setUnit("uk")
                .setEntity("order")
                .setDetail("reads")
                .setFigures(Map.of())
                .setAt(MIDDAY.minusSeconds(90))
                .build();
        return ConnectorReport.of("shopify", json(status), json(offsets), List.of(notice));
    }

    private static String status(String connector, String task) {
        return """
                {"connector": {"state": "%s"},
                 "tasks": [{"id": 0, "state": "%s", "trace": "no such topic\\n\\tat com.sentia.X"}]}""".formatted(connector, task);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
