package com.sentia.analytics.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueFileTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String SMALL = """
            sets:
              total:
                by: []
                windows: [1h/1m, day]
            kpis:
              sales:
                title: Sales
                description: money
                unit: currency
                owner: x
                fact: goods
                measure: sum(amount)
                sets: [total]
              orders:
                title: Orders
                description: how many
                unit: orders
                owner: x
                fact: order
                measure: count
                sets: [total]
              value:
                title: Value
                description: money per order
                unit: currency
                owner: x
                formula: sales / orders
                sets: [total]
            """;

    private static final Measure SALES = new Measure(FactKind.GOODS, Map.of(), new Aggregate.Sum(Figure.AMOUNT));
    private static final Measure ORDERS = new Measure(FactKind.ORDER, Map.of(), new Aggregate.Count());

    private static KpiCatalogue read(String text) {
        return CatalogueFile.read("k.yaml", text, LONDON, "GBP");
    }

    @Test
    void readsTheProjectsOwnFile() {
        KpiCatalogue catalogue = SalesCatalogue.in(LONDON);

        assertThat(catalogue.sets())
                .extracting(DimensionSet::name)
                .containsExactly("total", "source-region", "sku", "commerce", "commerce-region");
        assertThat(catalogue.set("sku").kpis()).extracting(Kpi::name).containsExactly("units", "net_sales");
        assertThat(catalogue.set("sku").isWide()).isTrue();
        assertThat(catalogue.set("total").windows())
                .extracting(Window::name)
                .containsExactly("1h/1m", "24h/5m", "7d/1h", "hour", "day", "week", "month", "quarter");
    }

    @Test
    void makesAMeasureOfAFact() {
        Kpi sales = read(SMALL).kpis().get(0);

        assertThat(sales.unit()).isEqualTo("GBP");
        assertThat(sales.value()).isEqualTo(Linear.of(SALES));
        assertThat(sales.formula()).isEqualTo("money");
    }

    @Test
    void makesAProductOverMembers() {
        Kpi rolled = read(SMALL.replaceFirst(
                        "fact: goods\n    measure: sum\\(amount\\)",
                        "fact: run\n    measure: rolled(first_pass / units by operation)"))
                .kpis()
                .get(0);

        assertThat(rolled.value())
                .isEqualTo(Linear.of(new Measure(
                        FactKind.RUN,
                        Map.of(),
                        new Aggregate.Rolled(Figure.FIRST_PASS, Figure.UNITS, Attribute.OPERATION))));
        assertThat(rolled.measures()).hasToString("[rolled(first_pass / units by operation) of run]");
    }

    @Test
    void makesARatioOfTwo() {
        Kpi value = read(SMALL).kpis().get(2);

        assertThat(value.value())
                .isEqualTo(
                        new Expression.Operation(Expression.Operator.DIVIDED_BY, Linear.of(SALES), Linear.of(ORDERS)));
        assertThat(value.components()).extracting(Kpi.Component::name).containsExactly("sales", "orders");
        assertThat(value.counted()).containsExactly(SALES, ORDERS);
    }

    @Test
    void turnsSignsInsideADifference() {
        String nested = SMALL.replace("formula: sales / orders", "formula: sales - sales") + """
                  twice:
                    title: Twice
                    description: what is left, taken off again
                    unit: currency
                    owner: x
                    formula: sales - value
                    sets: [total]
                """;

        Linear twice = (Linear) read(nested).kpis().get(3).value();

        assertThat(twice.plus()).containsExactly(SALES, SALES);
        assertThat(twice.minus()).containsExactly(SALES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fact: goods           | fact: good            | k.yaml:11: kpis.sales.fact good is not known; there are [goods, discount, return, order
                    measure: count        | measure: avg(amount)  | k.yaml:20: kpis.orders.measure is one of [count, sum(figure)
                    sales / orders        | sales / visits        | k.yaml:27: kpis.value.formula names visits, which no KPI before it is called
                    sales / orders        | value / orders        | k.yaml:27: kpis.value.formula names value, which no KPI before it is called
                    sales / orders        | sales / (orders       | k.yaml:27: kpis.value.formula is a + b, a - b, a * b
                    sales / orders        | 1 / 2                 | k.yaml:27: kpis.value.formula names no KPI
                    measure: count        | measure: sum(units)   | k.yaml:20: kpis.orders.measure takes units, which no order has; they have [amount]
                    measure: count        | measure: distinct(sku) | k.yaml:20: kpis.orders.measure takes sku, which no order has; they have [source, region, customer
                    measure: sum(amount)  | measure: rolled(units) | k.yaml:12: kpis.sales.measure is one of [count, sum(figure)
                    measure: sum(amount)  | measure: rolled(units / units by line) | k.yaml:12: kpis.sales.measure takes line, which no goods has; they have [source, region, sku
                    measure: sum(amount)  | measure: rolled(scrapped / units by sku) | k.yaml:12: kpis.sales.measure takes scrapped, which no goods has; they have [units, amount]
                    measure: sum(amount)  | measure: rolled(units / amount by sku) | k.yaml:12: kpis.sales.measure takes amount, which is money: rolled multiplies shares of other figures; a goods has [units]
                    sales / orders        | sales - orders        | k.yaml:27: kpis.value.formula adds what can't be added
                    sales / orders        | sales *               | k.yaml:27: kpis.value.formula is a + b, a - b, a * b
                    sales / orders        | root sales            | k.yaml:27: kpis.value.formula names root, which no KPI before it is called
                    sales / orders        | root(sales            | k.yaml:27: kpis.value.formula is a + b, a - b, a * b
                    sales / orders        | sales /               | k.yaml:27: kpis.value.formula is a + b, a - b, a * b
                    title: Orders         | titel: Orders         | k.yaml:15: kpis.orders.titel is not known
                    value:                | sales:                | k.yaml:22: kpis.sales is there twice
                    [1h/1m, day]          | [1h/7m, day]          | k.yaml:4: sets.total.windows 1h/7m: size must be a multiple of step
                    [1h/1m, day]          | [hourly]              | k.yaml:4: sets.total.windows 'hourly' is no window
                    [1h/1m, day]          | [1h/1m, year]          | 'year' is no window: write size/step such as 24h/5m, instant/step, or one of [hour
                    by: []                | by: [colour]          | k.yaml:3: sets.total.by names the unknown dimension colour
                    by: []                | by: [sku]             | k.yaml:3: sets.total.by must be empty in the set total
                    sets:                 | sest:                 | k.yaml:1: sest is not known
                    formula: sales /      | fact: goods #         | kpis.value.formula or measure: a KPI has one of the two
                    """)
    void complainsWithLineAndField(String good, String bad, String complaint) {
        assertThatThrownBy(() -> read(SMALL.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void complainsAboutMembersOfTwoKindsOfFactsInOneSet() {
        String members = SMALL.replaceFirst("measure: count", "measure: distinct(customer)");
        String more = """
                  products:
                    title: Products
                    description: how many sold
                    unit: products
                    owner: x
                    fact: goods
                    measure: distinct(sku)
                    sets: [total]
                """;

        assertThat(read(members + more.replace("fact: goods", "fact: order").replace("(sku)", "(customer)"))
                        .kpis())
                .hasSize(4);
        assertThatThrownBy(() -> read(members + more))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("k.yaml:36: kpis.products.sets names total, which would count distinct(customer) of order"
                        + " and distinct(sku) of goods; a set counts members of one kind of facts");
        assertThatThrownBy(() -> read(members
                        + more.replace("fact: goods", "fact: order\n    where: {region: UK}")
                                .replace("(sku)", "(customer)")))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("distinct(customer) of order and distinct(customer) of order where region=UK");
    }

    @Test
    void complainsAboutMembersThatAFormulaBringsIntoASet() {
        String rate = SMALL.replaceFirst("measure: count", "measure: distinct(customer)") + """
                  products:
                    title: Products
                    description: how many sold
                    unit: products
                    owner: x
                    fact: goods
                    measure: distinct(sku)
                    sets: []
                  spread:
                    title: Spread
                    description: products per customer
                    unit: products
                    owner: x
                    formula: products / orders
                    sets: [total]
                """;

        assertThatThrownBy(() -> read(rate))
                .isInstanceOf(CatalogueException.class)
                .hasMessageStartingWith("k.yaml:43: kpis.spread.sets names total, which would count");
    }

    @Test
    void complainsAboutMoreThanASetCanKeep() {
        String windows =
                IntStream.rangeClosed(1, 15).mapToObj(hours -> hours + "h/1h").collect(Collectors.joining(", "));
        StringBuilder full = new StringBuilder(SMALL);
        for (int k = 4; k <= 64; k++) {
            full.append(kpi("kpi_" + k));
        }

        assertThat(read(SMALL.replace("[1h/1m, day]", "[" + windows + "]"))
                        .sets()
                        .get(0)
                        .windows())
                .hasSize(15);
        assertThatThrownBy(() -> read(SMALL.replace("[1h/1m, day]", "[" + windows + ", day]")))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("k.yaml:4: sets.total.windows has 16 windows; a set has at most 15");
        assertThat(read(full.toString()).kpis()).hasSize(64);
        assertThatThrownBy(() -> read(full + kpi("last")))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("kpis.last.sets names total, which keeps 64 KPIs already");
    }

    private static String kpi(String name) {
        return """
              %s:
                title: One of many
                description: how many
                unit: orders
                owner: x
                fact: order
                measure: count
                sets: [total]
            """.formatted(name);
    }

    @Test
    void complainsAboutTextThatIsNoYaml() {
        assertThatThrownBy(() -> read("sets: [a\nkpis: {"))
                .isInstanceOf(CatalogueException.class)
                .hasMessageStartingWith("k.yaml:2: is no YAML");
    }
}
