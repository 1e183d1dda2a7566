package com.sentia.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** KPIs change under readers' eyes: one formula becomes another, one KPI is new, and nothing else moves. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ApplyEndToEndIT {
    private static final int PORT_OFFSET = 7_000;
    private static final String API = "http://127.0.0.1:" + (8_080 + PORT_OFFSET);
    private static final String FLINK = "http://127.0.0.1:" + (8_082 + PORT_OFFSET);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final long SEED = 20110327;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Of the new KPI: how many change points it has, and how many there should be or carry other components than the values that
     * its parts have at that moment.
     */
    private static final String HISTORY = """
            with ends as (
                select p.* from kpi_change_point p
                where p.kpi in ('discount_share', 'discounts', 'gross_sales') and p.dimensions = '{}' and p.state <> 'OPEN'
                  and p.time_window = '24h/5m' and p.window_end <= (select min(final_to) from kpi_active_job)),
            parts as (
                select window_end, max(value) filter (where kpi = 'discounts') as d,
                       max(value) filter (where kpi = 'gross_sales') as g
                from ends where kpi <> 'discount_share' group by window_end),
            carried as (
                select window_end,
                       (array_agg(d) filter (where d is not null) over w)[count(d) over w] as d,
                       (array_agg(g) filter (where g is not null) over w)[count(g) over w] as g
                from parts window w as (order by window_end)),
            own as (select * from ends where kpi = 'discount_share')
            select 'points=' || count(own.window_end) || ' wrong=' || count(*) filter (
                where own.components is distinct from array[coalesce(d, 0), coalesce(g, 0)]::numeric(38, 6)[])
            from carried full join own using (window_end);
            """;

    @TempDir
    private static Path folder;

    private Sentia sentia;
    private String home;
    private Process demo;
    private Path changed;

    @BeforeAll
    void startDemo() throws IOException {
        sentia = new Sentia(Sentia.distribution(), folder);
        home = folder.resolve("home").toString();
        Path data = SmallRetailFile.write(folder.resolve("retail.csv"), SEED);
        Path log = folder.resolve("demo.log");
        demo = sentia.start(
                log,
                "demo",
                "--home",
                home,
                "--port-offset",
                Integer.toString(PORT_OFFSET),
                "--data",
                data.toString(),
                "--speed",
                "60");
        await().atMost(PATIENCE).pollInterval(LOOK_EVERY).until(() -> {
            assertThat(demo.isAlive()).as(Files.readString(log)).isTrue();
            return !oldDays().isEmpty();
        });
        changed = Files.writeString(folder.resolve("kpis.yaml"), changedCatalogue());
    }

    @AfterAll
    void stopAll() throws IOException, InterruptedException {
        Sentia.stop(demo);
        sentia.run("down", "--home", home);
    }

    @Test
    @Order(1)
    void aFileThatSaysWhatIsShownChangesNothing() throws Exception {
        assertThat(sentia.done("kpi", "apply", "--home", home)).contains("nothing changed");
        assertThat(jobs()).containsOnlyKeys("kpi");
    }

    @Test
    @Order(2)
    void whatWasBegunIsGivenUpWhenItIsNoLongerWanted() throws Exception {
        Path log = folder.resolve("interrupted.log");
        Process apply = sentia.start(log, "kpi", "apply", changed.toString(), "--home", home);
        await().atMost(PATIENCE).until(() -> Files.readString(log).contains("kpi-2 "));
        Sentia.interrupt(apply);
        assertThat(Files.readString(log))
                .contains("interrupted: nothing has switched")
                .doesNotContain("switched:");

        assertThat(sentia.done("kpi", "apply", "--home", home)).contains("kpi-2", "given up", "nothing changed");

        assertThat(sql("select kpi || kpi_version from kpi_active where kpi in ('aov', 'discount_share');"))
                .contains("aov1")
                .doesNotContain("discount_share");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jobs()).containsOnlyKeys("kpi"));
    }

    @Test
    @Order(3)
    void readersSeeOldThenNewNeverAMix() throws Exception {
        String before = untouched();
        Map<String, String> jobsBefore = jobs();
        Path log = folder.resolve("apply.log");

        Process apply = sentia.start(log, "kpi", "apply", changed.toString(), "--home", home);

        int answersOfOld = 0;
        int answersOfNew = 0;
        while (apply.isAlive() || answersOfNew == 0) {
            List<String> numerators = numerators(days("aov"));
            assertThat(numerators).as("one answer is of one version").hasSize(1);
            boolean isNew = numerators.contains("gross_sales");
            assertThat(isNew || answersOfNew == 0).as("never back to the old").isTrue();
            answersOfNew += isNew ? 1 : 0;
            answersOfOld += isNew ? 0 : 1;
            assertThat(apply.isAlive() || apply.exitValue() == 0)
                    .as("%s", Files.readString(log))
                    .isTrue();
        }
        assertThat(answersOfOld).isPositive();
        // Number 2 was given to what was given up.
        assertThat(Files.readString(log)).contains("switched: readers are shown aov=3, discount_share=2");
        assertThat(untouched()).isEqualTo(before);
        assertThat(jobs()).containsAllEntriesOf(jobsBefore).containsOnlyKeys("kpi", "kpi-3");
    }

    @Test
    @Order(4)
    void theNewKpiHasItsWholeHistory() throws Exception {
        assertThat(sql(HISTORY)).contains(" wrong=0").doesNotContain("points=0 ");
        assertThat(days("discount_share").size()).isEqualTo(days("gross_sales").size());
    }

    @Test
    @Order(4)
    void listsTheVersionsThatAreShown() throws Exception {
        assertThat(sentia.done("kpi", "list", "--home", home))
                .containsPattern("aov +3 by kpi-3 .*gross_sales / orders")
                .containsPattern("discount_share +2 by kpi-3 ")
                .containsPattern("net_sales +1 by kpi ")
                .containsPattern("oee +1 by kpi ")
                .containsPattern("otif +- ");
        assertThat(sentia.done(
                        "kpi", "list", "--home", folder.resolve("nothing").toString()))
                .containsPattern("aov +- .*net_sales / orders")
                .contains("no stack runs in");
    }

    @Test
    @Order(5)
    void theTopicTellsWhichVersionsAreShown() throws Exception {
        String records = sentia.done("topic", "read", "kpi.definition.v1", "-n", "100", "--home", home);

        Map<String, Boolean> active = new TreeMap<>();
        for (String line : records.lines().filter(line -> line.startsWith("{")).toList()) {
            JsonNode record = JSON.readTree(line);
            active.put(
                    record.path("key").asText(),
                    record.path("value").path("active").asBoolean());
        }
        assertThat(active)
                .containsEntry("aov|1", false)
                .containsEntry("aov|3", true)
                .containsEntry("discount_share|2", true)
                .containsEntry("net_sales|1", true)
                .doesNotContainKeys("aov|2", "discount_share|1");
    }

    @Test
    @Order(6)
    void aRestartKeepsBoth() throws Exception {
        Sentia.interrupt(demo);

        sentia.done("up", "--home", home);

        await().atMost(PATIENCE).pollInterval(LOOK_EVERY).untilAsserted(() -> {
            assertThat(jobs()).containsOnlyKeys("kpi", "kpi-3");
            assertThat(numerators(days("aov"))).containsExactly("gross_sales");
        });
        assertThat(Files.readString(Path.of(home, "logs", "launcher.log")))
                .containsPattern("name=kpi-3 job=\\S+ submitted from=file:\\S+/deployments/kpi-3/");
    }

    @Test
    @Order(7)
    void aDeploymentOfWhichNothingIsShownEnds() throws Exception {
        Path again = folder.resolve("again.yaml");
        Files.writeString(
                again,
                changedCatalogue("discounts / orders")
                        .replace("formula: gross_sales / orders", "formula: units / orders"));

        assertThat(sentia.done("kpi", "apply", again.toString(), "--grace", "1s", "--home", home))
                .contains("switched: readers are shown aov=4, discount_share=3", "kpi-3 publishes nothing");

        await().atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .untilAsserted(() -> assertThat(jobs()).containsOnlyKeys("kpi", "kpi-4"));
        assertThat(sql("select kpi_version || '=' || (count(*) > 0) from kpi_series join kpi_value using (series_id)"
                        + " where kpi = 'aov' group by kpi_version;"))
                .as("superseded values stay for as-of questions, given up ones don't")
                .contains("1=t", "3=t", "4=t")
                .doesNotContain("2=t");
    }

    @Test
    @Order(8)
    void aCatalogueOfTooManyRowsIsRefusedWithTheirNumber() throws Exception {
        String catalogue = changedCatalogue().replace("windows: [24h/1h, 7d/1h, day]", "windows: [5m/1m, 24h/1m]");
        Path wide = Files.writeString(folder.resolve("wide.yaml"), catalogue);

        Sentia.Result refused =
                sentia.run("kpi", "validate", wide.toString(), "--rows-budget", "100000", "--home", home);
        assertThat(refused.exit()).as(refused.text()).isEqualTo(1);
        assertThat(refused.text())
                .containsPattern("refused: units would make [0-9,]+ rows a year.* in set sku, window");

        Sentia.Result notBegun = sentia.run("kpi", "apply", wide.toString(), "--rows-budget", "100000", "--home", home);
        assertThat(notBegun.exit()).as(notBegun.text()).isEqualTo(1);
        assertThat(notBegun.text()).containsPattern("refused: units would make [0-9,]+ rows a year");
        assertThat(jobs()).containsOnlyKeys("kpi", "kpi-4");

        assertThat(sentia.run(
                                "kpi",
                                "validate",
                                "--home",
                                folder.resolve("nothing").toString())
                        .text())
                .contains("rows were not estimated");
    }

    private String changedCatalogue() throws IOException {
        return changedCatalogue("discounts / gross_sales");
    }

    private String changedCatalogue(String discountShare) throws IOException {
        return Files.readString(Sentia.distribution().resolve("jobs-config/kpis.yaml"))
                        .replace("formula: net_sales / orders", "formula: gross_sales / orders")
                        .replace("counts: [gross_sales, discounts, returns]", "counts: [gross_sales]")
                + """

                  discount_share:
                    title: Discount share
                    description: discounts per value sold
                    unit: ratio
                    owner: commerce
                    formula: %s
                    sets: [total, source-region]
                """.formatted(discountShare);
    }

    /** What an apply must leave alone: the other versions, the first job's writers; and it gives no value a revision. */
    private String untouched() throws Exception {
        return sql(
                "select a.kpi, a.kpi_version, a.activated_at from kpi_active a join kpi_definition d using (kpi, kpi_version)"
                        + " where d.job = 'kpi' and kpi <> 'aov' order by 1;"
                        + "select subtask, generation from kpi_writer where job = 'kpi' order by 1;"
                        + "select count(*) as revisions_without_cause from kpi_value v join kpi_series s using (series_id)"
                        + " where s.kpi = 'net_sales' and v.revision > 0 and not exists (select from kpi_restatement r"
                        + " where r.series_id = v.series_id and v.window_end between r.first_end and r.last_end);");
    }

    private String sql(String statements) throws Exception {
        return sentia.done("sql", "--home", home, "-c", statements);
    }

    /** Ids of running jobs by name. */
    private static Map<String, String> jobs() throws IOException {
        Map<String, String> jobs = new TreeMap<>();
        for (JsonNode job : read(FLINK + "/jobs/overview").path("jobs")) {
            if (job.path("state").asText().equals("RUNNING")) {
                jobs.put(job.path("name").asText(), job.path("jid").asText());
            }
        }
        return jobs;
    }

    private static JsonNode days(String kpi) throws IOException {
        return read(API + "/v1/kpis/" + kpi + "/series?window=day&from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z")
                .path("points");
    }

    private static JsonNode read(String url) throws IOException {
        try (InputStream in = URI.create(url).toURL().openStream()) {
            return JSON.readTree(in);
        }
    }

    /** Points of days, and none while the API is not up. */
    private static List<JsonNode> oldDays() {
        try {
            return stream(days("aov")).toList();
        } catch (IOException expected) {
            return List.of();
        }
    }

    /** What orders divide in an answer's values, each once. */
    private static List<String> numerators(JsonNode points) {
        return stream(points)
                .flatMap(point -> Stream.of("net_sales", "gross_sales", "units")
                        .filter(name -> point.path("components").has(name)))
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
