package com.sentia.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void fillsInNamesAndLeavesOtherTextAlone() {
        assertThat(Template.fill("port: ${rest.port} # ${} $1", Map.of("rest.port", "8082$")))
                .isEqualTo("port: 8082$ # ${} $1");
    }

    @Test
    void refusesANameItHasNothingFor() {
        assertThatThrownBy(() -> Template.fill("${rest.prot}", Map.of("rest.port", "1")))
                .hasMessageContaining("${rest.prot}");
    }
}
