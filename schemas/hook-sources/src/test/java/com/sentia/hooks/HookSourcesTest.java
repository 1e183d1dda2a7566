package com.sentia.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.sentia.hooks.SignatureRule.Encoding;
import com.sentia.hooks.mapping.Transform;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookSourcesTest {
    private static final Path EXAMPLES = Path.of("..", "..", "jobs-config", "hooks");

    @TempDir
    private Path folder;

    @Test
    void readsTheExample() {
        List<String> problems = new ArrayList<>();

        List<HookSource> sources = HookSources.in(EXAMPLES, problems);

        assertThat(problems).isEmpty();
        assertThat(sources).singleElement().satisfies(source -> {
            assertThat(source.name()).isEqualTo("plant-quality");
            assertThat(source.unit()).isEqualTo("plant-2");
            assertThat(source.signature())
                    .isEqualTo(new SignatureRule(
                            "X-Signature",
                            Encoding.HEX,
                            "sha256=",
                            Optional.of("X-Signed-At"),
                            Duration.ofMinutes(5),
                            "hook-plant-quality",
                            "hook-plant-quality-former"));
            assertThat(source.deliveryHeader()).hasValue("X-Delivery-Id");
            assertThat(source.updatedAt())
                    .isEqualTo(new TimeRule(JsonPointer.compile("/changedAt"), Transform.INSTANT));
            assertThat(source.op()).hasValue(new OpRule(JsonPointer.compile("/event"), Set.of("inspection.removed")));
            assertThat(source.mostRecords()).isEqualTo(100);
            assertThat(source.mapping().topic()).isEqualTo(Topics.QUALITY_INSPECTION);
            assertThat(source.rawId("QI-1")).isEqualTo("plant-quality/inspection/QI-1");
        });
    }

    @Test
    void listsEveryErrorOfABadFileWithItsLine() throws IOException {
        Files.writeString(folder.resolve("bad.yaml"), """
                unit: plant 2
                entity: inspection
                colour: blue
                signature: {header: X-Signature, encoding: octal, window: 5m}
                id: /customer
                version: {at: changedAt, as: text}
                take: {number: true, customer: customerKey, checked: 7}
                to: quality.inspection.v1
                fields:
                  inspectionId: /number
                  weight: /checked
                  version: /number
                  sku: {constant: A-1, as: upper}
                  inspectedAt: /number
                  inspectedQuantity: {at: /number, as: lower}
                  passedQuantity: {constant: many}
                  runId: /secret
                  defects: {each: /faults, fields: {}}
                """);
        List<String> problems = new ArrayList<>();

        List<HookSource> sources = HookSources.in(folder, problems);

        String file = folder.resolve("bad.yaml") + ":";
        assertThat(sources).isEmpty();
        assertThat(problems)
                .contains(
                        file + "1: unit must be letters, digits, dots and dashes",
                        file + "3: colour is not known; allowed are unit, entity, signature, delivery, records,"
                                + " most-records, id, version, op, take, to, fields",
                        file + "4: signature.encoding must be hex or base64",
                        file + "4: signature.window means nothing without timestamp",
                        file + "5: id must not be a customer's id: it would be seen",
                        file + "6: version.at must be a JSON pointer, such as /order/id",
                        file + "6: version.as must be one of instant, epoch-seconds, epoch-millis",
                        file + "12: fields.version is filled in already and can't be declared",
                        file
                                + "14: fields.inspectedAt is an instant and needs as: instant, epoch-seconds, epoch-millis",
                        file
                                + "15: fields.inspectedQuantity.as must be one of micros, nanos: the field is a whole number",
                        file + "16: fields.passedQuantity.constant must be a whole number",
                        file + "17: fields.runId is found at /secret, which is not among what is taken",
                        file + "18: fields.defects.each must point to a list of objects among what is taken")
                .anySatisfy(problem -> assertThat(problem).startsWith(file + "7: take.checked must be true, a mapping"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(file + "11: fields.weight is no field of QualityInspection; it has inspectionId"));
    }

    @Test
    void saysWhichFieldsEveryRecordMustHave() throws IOException {
        Files.writeString(folder.resolve("short.yaml"), """
                unit: plant-2
                entity: inspection
                signature: {header: X-Signature, encoding: base64}
                id: /number
                version: {at: /at, as: epoch-millis}
                take: {number: true}
                to: quality.inspection.v1
                fields:
                  inspectionId: /number
                """);
        List<String> problems = new ArrayList<>();
        HookSources.in(folder, problems);

        assertThat(problems)
                .contains(folder.resolve("short.yaml")
                        + ":9: fields lacks inspectedAt, which every QualityInspection must have")
                .noneSatisfy(problem -> assertThat(problem).contains("updatedAt"))
                .noneSatisfy(problem -> assertThat(problem).contains("lacks runId"));
    }

    @Test
    void refusesTopicsThatAreNotCanonicalAndSaysWhichAre() throws IOException {
        Files.writeString(folder.resolve("odd.yaml"), "to: raw.shopify.order\n");
        List<String> problems = new ArrayList<>();
        HookSources.in(folder, problems);

        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(folder.resolve("odd.yaml") + ":1: to must be a canonical topic: sales.order.v1")
                        .contains("finance.invoice.v1"));
    }

    @Test
    void refusesTwoSourcesOfTheSameRecords() throws IOException {
        String example = Files.readString(EXAMPLES.resolve("plant-quality.yaml"));
        Files.writeString(folder.resolve("one.yaml"), example);
        Files.writeString(folder.resolve("two.yaml"), example);
        List<String> problems = new ArrayList<>();
        HookSources.in(folder, problems);

        assertThat(problems)
                .containsExactly("two.yaml: another source fills quality.inspection.v1 of unit plant-2 already");
    }

    @Test
    void knowsNoSourcesWhenNoFolderIsNamed() {
        assertThat(HookSources.from(Settings.of(Map.of()))).isEmpty();
    }
}
