package com.sentia.schemas.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class DocumentedContractsTest {
    @Test
    void sayWhatEveryTypeAndFieldMeans() {
        assertThat(Contracts.current().values())
                .allSatisfy(schema -> assertThat(undocumented(schema)).isEmpty());
    }

    @Test
    void noticesWhatIsNotSaid() {
        Schema silent = new Schema.Parser().parse("""
                {"type": "record", "name": "Silent", "namespace": "x", "doc": " ", "fields": [
                 {"name": "kind", "doc": "Said.", "type": {"type": "enum", "name": "Kind", "symbols": ["A"]}},
                 {"name": "amounts", "type": {"type": "array", "items": "long"}}]}""");

        assertThat(undocumented(silent)).containsExactly("x.Silent", "x.Silent.amounts", "x.Kind");
    }

    private static List<String> undocumented(Schema schema) {
        List<String> silent = new ArrayList<>();
        for (Schema type : Contracts.namedTypes(schema)) {
            if (isBlank(type.getDoc())) {
                silent.add(type.getFullName());
            }
            if (type.getType() == Schema.Type.RECORD) {
                type.getFields().stream()
                        .filter(field -> isBlank(field.doc()))
                        .forEach(field -> silent.add(type.getFullName() + "." + field.name()));
            }
        }
        return silent;
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
