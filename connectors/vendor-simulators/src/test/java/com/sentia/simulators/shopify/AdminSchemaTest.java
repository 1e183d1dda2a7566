package com.sentia.simulators.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the schema the simulator serves against Shopify's own, which is read here another way: as plain JSON. */
class AdminSchemaTest {
    private static final Map<String, JsonNode> WHOLE = new HashMap<>();
    private static final GraphQLSchema SERVED = AdminSchema.load();

    @BeforeAll
    static void readTheWholeSchema() throws IOException {
        SchemaPruner.wholeSchema()
                .path("data")
                .path("__schema")
                .path("types")
                .forEach(type -> WHOLE.put(type.path("name").asText(), type));
    }

    @Test
    void isWhatThePrunerMakesOfShopifysSchema() throws IOException {
        assertThat(AdminSchema.text()).isEqualTo(SchemaPruner.prune(SchemaPruner.wholeSchema()));
    }

    @Test
    void hasNothingThatShopifyHasNot() {
        for (GraphQLNamedType type : types()) {
            List<String> known = describe(whole(type.getName()));
            assertThat(known).as(type.getName()).containsAll(describe(type));
        }
    }

    @Test
    void lacksNothingOfTheTypesItServes() {
        for (String name : SchemaPruner.SERVED) {
            GraphQLType type = Objects.requireNonNull(SERVED.getType(name), name);
            assertThat(describe((GraphQLNamedType) type))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(describe(whole(name)));
        }
    }

    @Test
    void lacksNothingOfEnumsAndInputs() {
        types().stream()
                .filter(type -> type instanceof GraphQLEnumType || type instanceof GraphQLInputObjectType)
                .forEach(type -> assertThat(describe(type))
                        .as(type.getName())
                        .containsExactlyInAnyOrderElementsOf(describe(whole(type.getName()))));
    }

    private static List<GraphQLNamedType> types() {
        return SERVED.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .sorted(Comparator.comparing(GraphQLNamedType::getName))
                .toList();
    }

    private static JsonNode whole(String name) {
        return Objects.requireNonNull(WHOLE.get(name), name);
    }

    /** A line for each member of a type, with everything that decides whether a query is valid. */
    private static List<String> describe(GraphQLNamedType type) {
        if (type instanceof GraphQLFieldsContainer container) {
            return container.getFieldDefinitions().stream()
                    .map(AdminSchemaTest::field)
                    .toList();
        }
        if (type instanceof GraphQLInputObjectType input) {
            return input.getFieldDefinitions().stream()
                    .map(AdminSchemaTest::input)
                    .toList();
        }
        if (type instanceof GraphQLEnumType values) {
            return values.getValues().stream()
                    .map(GraphQLEnumValueDefinition::getName)
                    .toList();
        }
        return type instanceof GraphQLUnionType union
                ? union.getTypes().stream().map(GraphQLNamedType::getName).toList()
                : List.of();
    }

    private static List<String> describe(JsonNode type) {
        return switch (type.path("kind").asText()) {
            case "OBJECT", "INTERFACE" -> lines(type.path("fields"), AdminSchemaTest::field);
            case "INPUT_OBJECT" -> lines(type.path("inputFields"), AdminSchemaTest::input);
            case "ENUM" -> lines(type.path("enumValues"), AdminSchemaTest::name);
            case "UNION" -> lines(type.path("possibleTypes"), AdminSchemaTest::name);
            default -> List.of();
        };
    }

    private static String field(GraphQLFieldDefinition field) {
        List<String> arguments = field.getArguments().stream()
                .map(AdminSchemaTest::argument)
                .sorted()
                .toList();
        return field.getName() + arguments + ": " + GraphQLTypeUtil.simplePrint(field.getType());
    }

    private static String field(JsonNode field) {
        List<String> arguments = lines(field.path("args"), AdminSchemaTest::input).stream()
                .sorted()
                .toList();
        return name(field) + arguments + ": " + type(field.path("type"));
    }

    private static String argument(GraphQLArgument argument) {
        return argument.getName() + ": " + GraphQLTypeUtil.simplePrint(argument.getType())
                + (argument.hasSetDefaultValue() ? " with default" : "");
    }

    private static String input(GraphQLInputObjectField field) {
        return field.getName() + ": " + GraphQLTypeUtil.simplePrint(field.getType())
                + (field.hasSetDefaultValue() ? " with default" : "");
    }

    private static String input(JsonNode argument) {
        return name(argument) + ": " + type(argument.path("type"))
                + (argument.path("defaultValue").isTextual() ? " with default" : "");
    }

    private static String type(JsonNode type) {
        return switch (type.path("kind").asText()) {
            case "NON_NULL" -> type(type.path("ofType")) + "!";
            case "LIST" -> "[" + type(type.path("ofType")) + "]";
            default -> name(type);
        };
    }

    private static String name(JsonNode node) {
        return node.path("name").asText();
    }

    private static List<String> lines(JsonNode nodes, Function<JsonNode, String> printer) {
        Stream<JsonNode> stream = StreamSupport.stream(nodes.spliterator(), false);
        return stream.map(printer).toList();
    }
}
