package com.sentia.queryapi.kpis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DimensionsTest {
    @Test
    void readsPairsInAnyOrder() {
        assertThat(Dimensions.parse("source:shopify,region:UK"))
                .isEqualTo(Map.of("region", "UK", "source", "shopify"))
                .isEqualTo(Dimensions.parse("region:UK,source:shopify"));
    }

    @Test
    void takesAnEmptyTextAsTheTotal() {
        assertThat(Dimensions.parse("")).isEmpty();
        assertThat(Dimensions.names("")).isEmpty();
    }

    @Test
    void keepsWhatFollowsTheFirstColon() {
        assertThat(Dimensions.parse("sku:A:B")).containsExactly(Map.entry("sku", "A:B"));
    }

    @Test
    void sortsNames() {
        assertThat(Dimensions.names("source,region")).containsExactly("region", "source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "region:", ":UK", "Region:UK", "region:UK,region:EU", "region:UK,", "a b:c"})
    void refusesWhatIsNoPair(String text) {
        assertThatThrownBy(() -> Dimensions.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreDimensionsThanAnyKpiHas() {
        assertThatThrownBy(() -> Dimensions.parse("a:1,b:1,c:1,d:1,e:1,f:1,g:1,h:1,i:1"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
