package com.sentia.launcher.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.launcher.preflight.Finding.Outcome;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreflightReportTest {
    private static final String JSON =
            "[{\"shop\":\"a.myshopify.com\",\"check\":\"access-scopes\",\"outcome\":\"MISSING\","
                    + "\"seen\":\"the token lacks read_orders\",\"advice\":\"grant it\"},"
                    + "{\"shop\":\"all\",\"check\":\"clock\",\"outcome\":\"WARNING\",\"seen\":\"40 s\\n behind\",\"advice\":\"\"}]";

    @Test
    void tellsWhatAConnectorsPreflightFound() throws IOException {
        PreflightReport report = new PreflightReport(FoundByConnector.read("shopify", JSON));

        assertThat(report.passes()).isFalse();
        assertThat(report.text().lines())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("shopify")
                        .contains("a.myshopify.com", "access-scopes", "missing", "lacks read_orders", "grant it"))
                .anySatisfy(line -> assertThat(line).contains("warning", "40 s; behind"))
                .last()
                .isEqualTo("preflight: 2 checks, 1 missing, 1 warning");
    }

    @Test
    void passesWithWarnings() {
        assertThat(new PreflightReport(List.of(new Finding("shopify", "all", "x", Outcome.WARNING, "y", ""))).passes())
                .isTrue();
    }

    @Test
    void refusesWhatIsOfAnotherForm() {
        assertThatThrownBy(() -> FoundByConnector.read("shopify", "{}")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> FoundByConnector.read("shopify", "[{\"outcome\":\"FINE\"}]"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("FINE");
    }
}
