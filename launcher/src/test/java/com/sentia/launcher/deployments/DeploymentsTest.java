package com.sentia.launcher.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.launcher.home.Home;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentsTest {
    private static final CatalogueReader READER = new CatalogueReader(ZoneId.of("Europe/London"), "GBP");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Deployments deployments;
    private Path catalogue;

    @BeforeEach
    void makeHome() throws Exception {
        deployments = new Deployments(new Home(folder.resolve("home")));
        catalogue = Files.writeString(folder.resolve("kpis.yaml"), """
                sets:
                  total: {by: [], windows: [day]}
                kpis:
                  units: {title: Units, description: all, unit: units, owner: me, fact: goods, measure: sum(units), sets: [total]}
                  orders: {title: Orders, description: all, unit: orders, owner: me, fact: order, measure: count, version: 3, sets: [total]}
                """);
    }

    @Test
    void theFirstIsShownAtOnceWithEveryKpiOfTheFile() throws Exception {
        deployments.beginFirst(catalogue, READER);
        deployments.beginFirst(catalogue, READER);

        assertThat(deployments.all()).singleElement().satisfies(first -> {
            assertThat(first.name()).isEqualTo("kpi");
            assertThat(first.phase()).isEqualTo(Deployment.Phase.SHOWN);
            assertThat(first.publishedText()).isEqualTo("orders=3,units=1");
        });
    }

    @Test
    void aLaterOneHasAFileOfItsOwnAndPublishesOnlyItsKpis() throws Exception {
        deployments.beginFirst(catalogue, READER);
        Deployment next = deployments.begin(catalogue, Map.of("units", 2));
        Files.delete(catalogue);

        assertThat(next.name()).isEqualTo("kpi-2");
        assertThat(deployments.all().get(1)).isEqualTo(next);
        assertThat(next.isPending()).isTrue();
        assertThat(next.kpis(READER).kpis())
                .singleElement()
                .satisfies(kpi -> assertThat(kpi.name() + " " + kpi.version()).isEqualTo("units 2"));
    }

    @Test
    void aNameIsGivenOnce() throws Exception {
        deployments.beginFirst(catalogue, READER);
        deployments.write(deployments.begin(catalogue, Map.of("units", 2)).ended());

        assertThat(deployments.kept()).extracting(Deployment::name).containsExactly("kpi");
        assertThat(deployments.begin(catalogue, Map.of("units", 3)).name()).isEqualTo("kpi-3");
    }

    @Test
    void anEndIsKeptAndComes() throws Exception {
        deployments.beginFirst(catalogue, READER);
        deployments.write(deployments.all().get(0).endingAt(NOON));

        Deployment read = deployments.all().get(0);
        assertThat(read.endsAt()).isEqualTo(Optional.of(NOON));
        assertThat(read.isOver(NOON.minusMillis(1))).isFalse();
        assertThat(read.isOver(NOON)).isTrue();
        assertThat(read.withdrawn().isOver(Instant.EPOCH)).isTrue();
        assertThat(read.ended().isOver(NOON)).isFalse();
    }

    @Test
    void oneCommandAtATimeChangesThem() throws Exception {
        try (FileChannel held = deployments.lock()) {
            assertThat(held.isOpen()).isTrue();
            assertThatThrownBy(deployments::lock).hasMessageContaining("another ./sentia kpi apply");
        }
    }
}
