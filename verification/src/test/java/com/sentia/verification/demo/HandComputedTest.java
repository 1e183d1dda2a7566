package com.sentia.verification.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file small enough to compute by hand, over the night in which London's clocks go forward. */
class HandComputedTest {
    static final String FILE = """
            1001, a1 ,"MUG, ""BLUE""
            WITH A BREAK",4,2011-03-26 10:00:00,2.50,12345.0,United Kingdom
            1001,POST,POSTAGE,1,2011-03-26 10:00:00,3.00,12345.0,United Kingdom
            1001,D,Discount,1,2011-03-26 10:00:30,1.25,12345,United Kingdom
            1002,B2,PLATE,3,2011-03-26 10:00:59,1.10,,France
            1003,A1,MUG,6,2011-03-26 10:30,3.00,12345.0,United Kingdom
            C1004,A1,MUG,-7,2011-03-27 12:00:00,2.00,12345.0,United Kingdom
            C1004,D,Discount,-1,2011-03-27 12:00:00,0.75,12345.0,United Kingdom
            1005,C3,BOWL,2,2011-03-27 00:30:00,5.00,777.0,Japan
            C1006,C3,BOWL,-2,2011-03-27 23:59:00,5.00,777.0,Japan
            C1007,B2,PLATE,-1,2011-03-28 09:00:00,1.10,,France
            A1008,B,Adjust bad debt,1,2011-03-28 09:00:00,100.00,,United Kingdom
            1009,M,Manual,1,2011-03-28 09:00:00,5.00,12345.0,United Kingdom
            1010,A1,MUG,0,2011-03-28 09:00:00,5.00,12345.0,United Kingdom
            1011,A1,MUG,2,2011-03-28 09:00:00,0,12345.0,United Kingdom
            C1012,A1,MUG,2,2011-03-28 09:00:00,1.00,12345.0,United Kingdom
            X99,A1,MUG,2,2011-03-28 09:00:00,1.00,12345.0,United Kingdom
            1013,A1,MUG,two,2011-03-28 09:00:00,1.00,12345.0,United Kingdom
            1014,A1,MUG
            1015,A1,MUG,2,2011-03-28 09:00:00,1.00,12345.0,United Kingdom,more
            1016,A1,MUG,2,28/03/2011 09:00,1.00,12345.0,United Kingdom
            """;

    @TempDir
    private Path folder;

    private Recomputed file;

    @BeforeEach
    void recompute() {
        file = Recomputed.from(folder, FILE, 0);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void rejectsEachLineByTheFirstRuleThatApplies() {
        assertThat(file.rows("select line, rejected from line where rejected is not null order by line"))
                .containsExactly(
                        "11 adjustment-invoice",
                        "12 not-a-product",
                        "13 quantity-not-positive",
                        "14 price-not-positive",
                        "15 quantity-positive-in-cancellation",
                        "16 unknown-invoice-number",
                        "17 unreadable-line",
                        "18 unreadable-line",
                        "19 unreadable-line",
                        "20 unreadable-line");
    }

    @Test
    void readsCodesQuotedFieldsAndCustomers() {
        assertThat(
                        file.rows(
                                "select invoice, code, kind, quantity, amount, customer from accepted where line <= 4 order by line"))
                .containsExactly(
                        "1001 A1 goods 4 10000000 12345",
                        "1001 POST shipping 1 3000000 12345",
                        "1001 D discount 1 1250000 12345",
                        "1002 B2 goods 3 3300000 null");
    }

    @Test
    void spreadsACancellationOverTheLatestEarlierOrders() {
        assertThat(file.rows("select line, order_invoice, quantity, amount from part order by line, top_level desc"))
                .containsExactly("6 1003 6 12000000", "6 1001 1 2000000", "9 1005 2 10000000", "10 null 1 1100000");
    }

    @Test
    void cancelsAnOrderTakenBackWithinADay() {
        assertThat(file.rows("select invoice from cancelled_order")).containsExactly("1005");
    }

    @Test
    void countsCalendarDaysOfLondon() {
        assertThat(file.changePoints("time_window = 'day' and dimensions = '{}' and kpi in " + keptFor("total")))
                .containsExactly(
                        "aov {} day 2011-03-27T00:00Z 10.016667 [30.050000, 3.000000] of 4",
                        "customers {} day 2011-03-27T00:00Z 1.000000 [] of 2",
                        "discounts {} day 2011-03-27T00:00Z 1.250000 [] of 1",
                        "gross_sales {} day 2011-03-27T00:00Z 31.300000 [] of 3",
                        "net_sales {} day 2011-03-27T00:00Z 30.050000 [31.300000, 1.250000, 0.000000] of 4",
                        "orders {} day 2011-03-27T00:00Z 3.000000 [] of 3",
                        "refund_rate {} day 2011-03-27T00:00Z 0.000000 [0.000000, 31.300000] of 3",
                        "units {} day 2011-03-27T00:00Z 13.000000 [] of 3",
                        "aov {} day 2011-03-27T23:00Z null [-14.750000, 0.000000] of 3",
                        "discounts {} day 2011-03-27T23:00Z 0.750000 [] of 1",
                        "net_sales {} day 2011-03-27T23:00Z -14.750000 [0.000000, 0.750000, 14.000000] of 3",
                        "refund_rate {} day 2011-03-27T23:00Z null [14.000000, 0.000000] of 2",
                        "returns {} day 2011-03-27T23:00Z 14.000000 [] of 2",
                        "aov {} day 2011-03-28T23:00Z null [-1.100000, 0.000000] of 1",
                        "net_sales {} day 2011-03-28T23:00Z -1.100000 [0.000000, 0.000000, 1.100000] of 1",
                        "refund_rate {} day 2011-03-28T23:00Z null [1.100000, 0.000000] of 1",
                        "returns {} day 2011-03-28T23:00Z 1.100000 [] of 1");
    }

    @Test
    void countsOrdersCustomersAndRefundsOfTheShop() {
        assertThat(file.changePoints("time_window = 'day' and dimensions = '{}' and kpi in " + keptFor("commerce")))
                .containsExactly(
                        "cancel_rate {} day 2011-03-27T00:00Z 0.000000 [0.000000, 3.000000] of 3",
                        "customer_orders {} day 2011-03-27T00:00Z 2.000000 [] of 2",
                        "discount_rate {} day 2011-03-27T00:00Z 0.039936 [1.250000, 31.300000] of 4",
                        "new_customers {} day 2011-03-27T00:00Z 1.000000 [] of 1",
                        "placed_orders {} day 2011-03-27T00:00Z 3.000000 [] of 3",
                        "purchase_frequency {} day 2011-03-27T00:00Z 2.000000 [2.000000, 1.000000] of 2",
                        "refund_count_rate {} day 2011-03-27T00:00Z 0.000000 [0.000000, 3.000000] of 3",
                        "refund_rate_by_order_date {} day 2011-03-27T00:00Z 0.447284 [14.000000, 31.300000] of 5",
                        "repeat_customers {} day 2011-03-27T00:00Z 1.000000 [] of 2",
                        "repeat_rate {} day 2011-03-27T00:00Z 1.000000 [1.000000, 1.000000] of 2",
                        "returns_by_order_date {} day 2011-03-27T00:00Z 14.000000 [] of 2",
                        "units_per_order {} day 2011-03-27T00:00Z 4.333333 [13.000000, 3.000000] of 3",
                        "cancel_rate {} day 2011-03-27T23:00Z 1.000000 [1.000000, 1.000000] of 1",
                        "cancelled_orders {} day 2011-03-27T23:00Z 1.000000 [] of 1",
                        "discount_rate {} day 2011-03-27T23:00Z null [0.750000, 0.000000] of 1",
                        "placed_orders {} day 2011-03-27T23:00Z 1.000000 [] of 1",
                        "refund_count_rate {} day 2011-03-27T23:00Z null [2.000000, 0.000000] of 2",
                        "refunds {} day 2011-03-27T23:00Z 2.000000 [] of 2",
                        "refund_count_rate {} day 2011-03-28T23:00Z null [1.000000, 0.000000] of 1",
                        "refunds {} day 2011-03-28T23:00Z 1.000000 [] of 1");
    }

    /** The second order comes in half an hour after the first, and the first falls out first. */
    @Test
    void countsARepeatCustomerWhileTwoOrdersStandInTheRollingWindow() {
        assertThat(
                        file.changePoints(
                                "time_window = '24h/5m' and dimensions = '{}' and kpi in ('repeat_customers', 'repeat_rate', 'customer_orders')"))
                .containsExactly(
                        "customer_orders {} 24h/5m 2011-03-26T10:05Z 1.000000 [] of 1",
                        "repeat_rate {} 24h/5m 2011-03-26T10:05Z 0.000000 [0.000000, 1.000000] of 1",
                        "customer_orders {} 24h/5m 2011-03-26T10:35Z 2.000000 [] of 2",
                        "repeat_customers {} 24h/5m 2011-03-26T10:35Z 1.000000 [] of 2",
                        "repeat_rate {} 24h/5m 2011-03-26T10:35Z 1.000000 [1.000000, 1.000000] of 2",
                        "customer_orders {} 24h/5m 2011-03-27T10:05Z 1.000000 [] of 1",
                        "repeat_customers {} 24h/5m 2011-03-27T10:05Z 0.000000 [] of 1",
                        "repeat_rate {} 24h/5m 2011-03-27T10:05Z 0.000000 [0.000000, 1.000000] of 1",
                        "customer_orders {} 24h/5m 2011-03-27T10:35Z 0.000000 [] of 0",
                        "repeat_rate {} 24h/5m 2011-03-27T10:35Z null [0.000000, 0.000000] of 0");
    }

    private static String keptFor(String set) {
        return "(select kpi from kpi_components where list_contains(dimension_sets, '" + set + "'))";
    }

    @Test
    void countsHoursWeeksMonthsAndQuartersOfLondon() {
        assertThat(file.changePoints(
                        "kpi in ('net_sales', 'customers') and time_window in ('hour', 'week', 'month', 'quarter')"))
                .containsExactly(
                        "customers {} hour 2011-03-26T11:00Z 1.000000 [] of 2",
                        "net_sales {} hour 2011-03-26T11:00Z 30.050000 [31.300000, 1.250000, 0.000000] of 4",
                        "net_sales {} hour 2011-03-27T12:00Z -14.750000 [0.000000, 0.750000, 14.000000] of 3",
                        "customers {} week 2011-03-27T23:00Z 1.000000 [] of 2",
                        "net_sales {} week 2011-03-27T23:00Z 15.300000 [31.300000, 2.000000, 14.000000] of 7",
                        "net_sales {} hour 2011-03-28T09:00Z -1.100000 [0.000000, 0.000000, 1.100000] of 1",
                        "customers {} month 2011-03-31T23:00Z 1.000000 [] of 2",
                        "customers {} quarter 2011-03-31T23:00Z 1.000000 [] of 2",
                        "net_sales {} month 2011-03-31T23:00Z 14.200000 [31.300000, 2.000000, 15.100000] of 8",
                        "net_sales {} quarter 2011-03-31T23:00Z 14.200000 [31.300000, 2.000000, 15.100000] of 8",
                        "net_sales {} week 2011-04-03T23:00Z -1.100000 [0.000000, 0.000000, 1.100000] of 1");
    }

    @Test
    void letsAValueStandUntilItFallsOutOfTheRollingWindow() {
        assertThat(file.changePoints(
                        "time_window = '1h/1m' and dimensions = '{}' and kpi in ('net_sales', 'customers')"))
                .containsExactly(
                        "customers {} 1h/1m 2011-03-26T10:01Z 1.000000 [] of 1",
                        "net_sales {} 1h/1m 2011-03-26T10:01Z 12.050000 [13.300000, 1.250000, 0.000000] of 3",
                        "net_sales {} 1h/1m 2011-03-26T10:31Z 30.050000 [31.300000, 1.250000, 0.000000] of 4",
                        "net_sales {} 1h/1m 2011-03-26T11:01Z 18.000000 [18.000000, 0.000000, 0.000000] of 1",
                        "customers {} 1h/1m 2011-03-26T11:31Z 0.000000 [] of 0",
                        "net_sales {} 1h/1m 2011-03-26T11:31Z 0.000000 [0.000000, 0.000000, 0.000000] of 0",
                        "net_sales {} 1h/1m 2011-03-27T11:01Z -14.750000 [0.000000, 0.750000, 14.000000] of 3",
                        "net_sales {} 1h/1m 2011-03-27T12:01Z 0.000000 [0.000000, 0.000000, 0.000000] of 0",
                        "net_sales {} 1h/1m 2011-03-28T08:01Z -1.100000 [0.000000, 0.000000, 1.100000] of 1",
                        "net_sales {} 1h/1m 2011-03-28T09:01Z 0.000000 [0.000000, 0.000000, 0.000000] of 0");
    }

    @Test
    void givesARefundTheRegionOfItsOrderAndASkuItsOwnWindows() {
        assertThat(file.changePoints("kpi = 'net_sales' and time_window = '24h/1h' and dimensions like '%sku%'"))
                .containsExactly(
                        "net_sales {\"sku\":\"A1\"} 24h/1h 2011-03-26T11:00Z 28.000000 [28.000000, 0.000000, 0.000000] of 2",
                        "net_sales {\"sku\":\"B2\"} 24h/1h 2011-03-26T11:00Z 3.300000 [3.300000, 0.000000, 0.000000] of 1",
                        "net_sales {\"sku\":\"A1\"} 24h/1h 2011-03-27T11:00Z 0.000000 [0.000000, 0.000000, 0.000000] of 0",
                        "net_sales {\"sku\":\"B2\"} 24h/1h 2011-03-27T11:00Z 0.000000 [0.000000, 0.000000, 0.000000] of 0",
                        "net_sales {\"sku\":\"A1\"} 24h/1h 2011-03-27T12:00Z -14.000000 [0.000000, 0.000000, 14.000000] of 2",
                        "net_sales {\"sku\":\"B2\"} 24h/1h 2011-03-28T09:00Z -1.100000 [0.000000, 0.000000, 1.100000] of 1",
                        "net_sales {\"sku\":\"A1\"} 24h/1h 2011-03-28T12:00Z 0.000000 [0.000000, 0.000000, 0.000000] of 0",
                        "net_sales {\"sku\":\"B2\"} 24h/1h 2011-03-29T09:00Z 0.000000 [0.000000, 0.000000, 0.000000] of 0");
        assertThat(file.changePoints("kpi = 'returns' and time_window = 'day' and dimensions <> '{}'"))
                .containsExactly(
                        "returns {\"region\":\"UK\",\"source\":\"shopify\"} day 2011-03-27T23:00Z 14.000000 [] of 2",
                        "returns {\"region\":\"EU\",\"source\":\"shopify\"} day 2011-03-28T23:00Z 1.100000 [] of 1");
    }
}
