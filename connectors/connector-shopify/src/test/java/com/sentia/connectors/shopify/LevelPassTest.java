package com.sentia.connectors.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.connectors.kit.SourceUnit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LevelPassTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<String> PLACES =
            List.of("gid://shopify/Location/10", "gid://shopify/Location/9", "gid://shopify/Location/700");

    @Test
    void goesThroughTheLocationsByTheirNumbers() {
        LevelPass first = LevelPass.begin(NOON, NOON, PLACES).orElseThrow();
        LevelPass second = first.at("token", 5).next(PLACES).orElseThrow();
        LevelPass third = second.next(PLACES).orElseThrow();

        assertThat(List.of(first.location(), second.location(), third.location()))
                .containsExactly(PLACES.get(1), PLACES.get(0), PLACES.get(2));
        assertThat(second.pageToken()).isNull();
        assertThat(second.read()).isZero();
        assertThat(third.next(PLACES)).isEmpty();
    }

    @Test
    void goesOnBehindALocationThatWentAway() {
        LevelPass first = LevelPass.begin(NOON, NOON, PLACES).orElseThrow();

        assertThat(first.next(List.of(PLACES.get(2))).orElseThrow().location()).isEqualTo(PLACES.get(2));
    }

    @Test
    void dividesAWindowSoThatNoInstantIsLeftOut() {
        LevelPass whole = LevelPass.begin(null, NOON, PLACES).orElseThrow();
        List<Instant> times = List.of(NOON.plusSeconds(3), NOON, NOON.plusSeconds(1), NOON.plusSeconds(2));

        LevelPass earlier = whole.at("token", 9).divided(times).orElseThrow();
        LevelPass later = earlier.next(PLACES).orElseThrow();

        assertThat(whole.search()).isEmpty();
        assertThat(earlier.search()).isEqualTo("updated_at:<'2026-03-02T12:00:02Z'");
        assertThat(later.search()).isEqualTo("updated_at:>='2026-03-02T12:00:02Z'");
        assertThat(later.location()).isEqualTo(earlier.location());
        assertThat(later.next(PLACES).orElseThrow().search()).isEmpty();
    }

    @Test
    void dividesAWindowOfMostlyOneTimeBehindIt() {
        LevelPass whole = LevelPass.begin(null, NOON, PLACES).orElseThrow();

        assertThat(whole.divided(List.of(NOON, NOON, NOON, NOON.plusSeconds(1)))
                        .orElseThrow()
                        .windowTo())
                .isEqualTo(NOON.plusSeconds(1));
        assertThat(whole.divided(List.of(NOON.minusSeconds(1), NOON, NOON, NOON))
                        .orElseThrow()
                        .windowTo())
                .isEqualTo(NOON);
    }

    @Test
    void cannotDivideWhatIsAllOfOneTime() {
        assertThat(LevelPass.begin(null, NOON, PLACES).orElseThrow().divided(List.of(NOON, NOON)))
                .isEmpty();
    }

    @Test
    void comesBackFromItsOffsetAsItWas() {
        SourceUnit unit = ShopifyStream.INVENTORY_LEVELS.unit("shop");
        LevelPass pass = new LevelPass(
                NOON, NOON.plusSeconds(1), PLACES.get(0), NOON.plusSeconds(2), NOON.plusSeconds(3), 77, "token");
        LevelCursor within = new LevelCursor(NOON, NOON.minusSeconds(9), NOON.minusSeconds(1), pass);
        LevelCursor full =
                LevelCursor.AT_START.in(LevelPass.begin(null, NOON, PLACES).orElseThrow());

        assertThat(LevelCursor.read(within.position(unit).offset())).isEqualTo(within);
        assertThat(LevelCursor.read(full.position(unit).offset())).isEqualTo(full);
        assertThat(LevelCursor.read(LevelCursor.AT_START.position(unit).offset()))
                .isEqualTo(LevelCursor.AT_START);
        assertThat(unit.entity()).isEqualTo("inventory-level");
    }

    @Test
    void refusesAnOffsetThatIsNone() {
        assertThatThrownBy(() -> LevelCursor.read(Map.of("since", "yesterday"))).hasMessageContaining("since");
        assertThatThrownBy(() -> LevelCursor.read(Map.of("location", "x"))).hasMessageContaining("pass_started_at");
        assertThatThrownBy(() -> LevelCursor.read(Map.of("id", "x"))).hasMessageContaining("id");
        assertThatThrownBy(() -> LocationCursor.read(Map.of("known", "x"))).hasMessageContaining("known");
    }

    @Test
    void keepsWhatIsKnownOfLocationsInTheirOffset() {
        SourceUnit unit = ShopifyStream.LOCATIONS.unit("shop");
        LocationCursor cursor = new LocationCursor(new TreeMap<>(Map.of("1", "ab", "2", "cd")), NOON);

        assertThat(LocationCursor.read(cursor.position(unit).offset())).isEqualTo(cursor);
        assertThat(LocationCursor.read(LocationCursor.atStart().position(unit).offset()))
                .isEqualTo(LocationCursor.atStart());
        assertThat(Optional.ofNullable(LocationCursor.atStart().completeTo())).isEmpty();
    }
}
