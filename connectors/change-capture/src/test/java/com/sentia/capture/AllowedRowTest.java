package com.sentia.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.junit.jupiter.api.Test;

class AllowedRowTest {
    private static final String LIST = "defects";

    @Test
    void keepsOnlyAllowedKeysOfAListsObjects() {
        Struct row =
                inspection("[{\"defect\":\"scratch\",\"quantity\":2,\"disposition\":\"SCRAP\",\"found_by\":\"Jane\"},"
                        + "{\"defect\":{\"by\":\"Jane\"},\"quantity\":[\"Jane\"]}, \"Jane\"]");

        assertThat(new String(AllowedRow.json(CapturedTable.QUALITY_INSPECTION, row), StandardCharsets.UTF_8))
                .contains("\"defects\":[{\"defect\":\"scratch\",\"quantity\":2,\"disposition\":\"SCRAP\"},{},{}]")
                .doesNotContain("Jane");
    }

    @Test
    void refusesAValueThatIsNotInTheLogAndSaysWhatToDo() {
        assertThatThrownBy(() ->
                        AllowedRow.json(CapturedTable.QUALITY_INSPECTION, inspection("__debezium_unavailable_value")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(LIST)
                .hasMessageContaining("replica identity full");
    }

    @Test
    void refusesARowWithoutAnAllowedColumn() {
        Schema schema = SchemaBuilder.struct()
                .field("inspection_id", Schema.STRING_SCHEMA)
                .build();

        assertThatThrownBy(() -> AllowedRow.json(
                        CapturedTable.QUALITY_INSPECTION, new Struct(schema).put("inspection_id", "I-1")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("run_id");
    }

    @Test
    void repeatsNoContentOfWhatIsNoJson() {
        assertThatThrownBy(() -> AllowedRow.json(CapturedTable.QUALITY_INSPECTION, inspection("[Jane")))
                .isInstanceOf(DataException.class)
                .message()
                .doesNotContain("Jane");
    }

    private static Struct inspection(String defects) {
        SchemaBuilder schema = SchemaBuilder.struct();
        for (CapturedTable.Column column : CapturedTable.QUALITY_INSPECTION.columns()) {
            schema.field(
                    column.name(),
                    column.name().equals(LIST)
                            ? SchemaBuilder.string()
                                    .name("io.debezium.data.Json")
                                    .build()
                            : Schema.OPTIONAL_STRING_SCHEMA);
        }
        return new Struct(schema.build()).put(LIST, defects);
    }
}
