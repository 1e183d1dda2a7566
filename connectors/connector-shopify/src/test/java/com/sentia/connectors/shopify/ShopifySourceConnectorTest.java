package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.connectors.kit.Cursor;
import com.sentia.connectors.kit.Offsets;
import com.sentia.connectors.kit.control.ControlOffsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShopifySourceConnectorTest {
    private static final String SHOPS = "a.myshopify.com,b.myshopify.com,c.myshopify.com";
    private final ShopifySourceConnector connector = new ShopifySourceConnector();

    @Test
    void givesEachShopATask() {
        connector.start(config());

        assertThat(connector.taskConfigs(5))
                .extracting(task -> task.get("shops"))
                .containsExactly("a.myshopify.com", "b.myshopify.com", "c.myshopify.com");
    }

    @Test
    void sharesShopsOutOverFewerTasks() {
        connector.start(config());

        assertThat(connector.taskConfigs(2))
                .extracting(task -> task.get("shops"))
                .containsExactly("a.myshopify.com,c.myshopify.com", "b.myshopify.com");
    }

    @Test
    void takesOffsetsOfItsOwnShapeAndTheirRemoval() {
        Map<String, Object> offset = Offsets.write(Cursor.atStart(Instant.EPOCH));

        assertThat(connector.alterOffsets(config(), offsets(ShopifyStream.ORDERS, "a.myshopify.com", offset)))
                .isTrue();
        assertThat(connector.alterOffsets(config(), offsets(ShopifyStream.PRODUCTS, "gone.myshopify.com", null)))
                .isTrue();
    }

    @Test
    void takesTheOffsetsOfEachStreamInItsOwnShape() {
        Map<String, Object> level = Map.of("since", "2026-03-02T12:00:00Z");
        Map<String, Object> location = Map.of("known", "6101=ab");

        assertThat(connector.alterOffsets(config(), offsets(ShopifyStream.INVENTORY_LEVELS, "a.myshopify.com", level)))
                .isTrue();
        assertThat(connector.alterOffsets(config(), offsets(ShopifyStream.LOCATIONS, "a.myshopify.com", location)))
                .isTrue();
        assertThatThrownBy(() ->
                        connector.alterOffsets(config(), offsets(ShopifyStream.LOCATIONS, "a.myshopify.com", level)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("since");
    }

    @Test
    void takesWhatPeopleMadeOfAFeedAndStaysStrict() {
        Map<String, Object> paused = Map.of("signal_position", 3L, "paused", true);
        Map<String, String> control = ControlOffsets.partition(ShopifyStream.ORDERS.unit("a.myshopify.com"));

        assertThat(connector.alterOffsets(config(), Map.of(control, paused))).isTrue();
        assertThatThrownBy(() -> connector.alterOffsets(config(), Map.of(control, Map.of("paused", true))))
                .hasMessageContaining("signal_position");
        assertThatThrownBy(() -> connector.alterOffsets(
                        config(), Map.of(control, Map.of("signal_position", 3L, "asleep", true))))
                .hasMessageContaining("asleep");
        assertThatThrownBy(() -> connector.alterOffsets(
                        config(),
                        Map.of(ControlOffsets.partition(ShopifyStream.ORDERS.unit("d.myshopify.com")), paused)))
                .hasMessageContaining("d.myshopify.com");
    }

    @Test
    void tellsEachTaskItsNumberAndAllShops() {
        connector.start(config());

        assertThat(connector.taskConfigs(2))
                .extracting(SignalSettings::from)
                .satisfiesExactly(
                        first -> {
                            assertThat(first.isFirstTask()).isTrue();
                            assertThat(first.shops()).containsExactly(SHOPS.split(",", -1));
                        },
                        second -> assertThat(second.isFirstTask()).isFalse());
    }

    @Test
    void refusesOffsetsItCouldNotReadAndShopsItDoesNot() {
        Map<String, Object> offset = Offsets.write(Cursor.atStart(Instant.EPOCH));

        assertThatThrownBy(() -> connector.alterOffsets(
                        config(), offsets(ShopifyStream.PRODUCTS, "a.myshopify.com", Map.of("position", 1))))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("position");
        assertThatThrownBy(() ->
                        connector.alterOffsets(config(), offsets(ShopifyStream.PRODUCTS, "d.myshopify.com", offset)))
                .hasMessageContaining("d.myshopify.com");
        assertThatThrownBy(() -> connector.alterOffsets(config(), Map.of(Map.of("shop", "a"), offset)))
                .hasMessageContaining("vendor, unit and entity");
    }

    private static Map<Map<String, ?>, Map<String, ?>> offsets(
            ShopifyStream stream, String shop, @Nullable Map<String, ?> offset) {
        Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
        offsets.put(stream.unit(shop).partition(), offset);
        return offsets;
    }

    private static Map<String, String> config() {
        return RunningTask.config("https://{shop}", SHOPS.split(",", -1));
    }
}
