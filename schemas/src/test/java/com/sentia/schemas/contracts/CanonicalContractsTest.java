package com.sentia.schemas.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What all canonical facts have in common, so that one program can take any of them. */
class CanonicalContractsTest {
    private static final String NOT_CANONICAL = "(connector|privacy)\\..*|(raw|kpi)\\..*|.*\\.rejected";
    private static final Map<String, String> HEAD = Map.of(
            "source",
            "string",
            "unit",
            "string",
            "version",
            Version.getClassSchema().getFullName(),
            "op",
            Op.getClassSchema().getFullName());

    @Test
    void sayWhoseTheyAreAndWhichVersion() {
        assertThat(canonical()).hasSizeGreaterThanOrEqualTo(13);
        assertThat(canonical().stream().flatMap(CanonicalContractsTest::missingInHead))
                .isEmpty();
    }

    @Test
    void tellMoneyWithItsCurrencyBesideIt() {
        assertThat(canonical().stream()
                        .filter(fact -> names(fact)
                                .anyMatch(name ->
                                        name.matches("(.*Price|.*Cost|.*Charge|amount|open|labour|overhead)Micros")))
                        .filter(fact -> names(fact).noneMatch("currency"::equals))
                        .map(Schema::getName))
                .isEmpty();
    }

    @Test
    void tellInstantsInMicroseconds() {
        assertThat(fields().filter(field -> field.name().endsWith("At"))
                        .filter(field -> !isMicros(withoutNull(field.schema()).getLogicalType()))
                        .map(Schema.Field::name))
                .isEmpty();
    }

    @Test
    void holdNothingInFloatingPoint() {
        assertThat(fields().map(field -> withoutNull(field.schema()).getType()))
                .isNotEmpty()
                .doesNotContain(Schema.Type.DOUBLE, Schema.Type.FLOAT);
    }

    @Test
    void defaultToNothingWhereAFieldIsOptional() {
        assertThat(fields().filter(field -> field.schema().isUnion())
                        .filter(field -> !field.hasDefaultValue())
                        .map(Schema.Field::name))
                .isEmpty();
    }

    private static List<Schema> canonical() {
        return Topics.catalogue()
                .filter(topic -> !topic.name().matches(NOT_CANONICAL))
                .map(topic -> topic.values().get(0))
                .toList();
    }

    private static Stream<String> missingInHead(Schema fact) {
        return HEAD.entrySet().stream()
                .filter(wanted -> {
                    Schema.Field field = fact.getField(wanted.getKey());
                    return field == null || !field.schema().getFullName().equals(wanted.getValue());
                })
                .map(wanted -> fact.getName() + "." + wanted.getKey());
    }

    private static Stream<Schema.Field> fields() {
        return canonical().stream().flatMap(CanonicalContractsTest::fieldsOf);
    }

    private static Stream<String> names(Schema fact) {
        return fieldsOf(fact).map(Schema.Field::name);
    }

    private static Stream<Schema.Field> fieldsOf(Schema fact) {
        return Contracts.namedTypes(fact).stream()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .flatMap(type -> type.getFields().stream());
    }

    private static boolean isMicros(@Nullable LogicalType logical) {
        return logical != null && logical.getName().equals("timestamp-micros");
    }

    private static Schema withoutNull(Schema schema) {
        return schema.isUnion() ? schema.getTypes().get(1) : schema;
    }
}
