package com.sentia.schemas.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TopicsReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "topics.md");

    @Test
    void isCurrent() throws IOException {
        if (Boolean.getBoolean("update-docs")) {
            Files.writeString(PAGE, TopicsReference.page());
        }

        assertThat(Files.readString(PAGE))
                .as("run mvn -pl schemas -am package -Dupdate-docs=true")
                .isEqualTo(TopicsReference.page());
    }
}
