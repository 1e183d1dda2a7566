package com.sentia.verification.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines behind the file count as if they stood in it. */
class AddedLinesTest {
    private static final String FILE = """
            1001,A1,"MUG
            WITH A BREAK",4,2011-02-01 10:00:00,2.50,12345.0,United Kingdom

            1002,B2,PLATE,3,2011-02-01 10:00:59,1.10,,France
            """;
    private static final String ADDED = """
            1003,A1,"MUG, BLUE",6,2011-02-01 11:00:00,0.25,12345,United Kingdom
            C1004,A1,MUG,-4,2011-02-03 12:00:00,0.25,12345,United Kingdom
            """;

    @TempDir
    private Path folder;

    private Recomputed both;

    @BeforeEach
    void recompute() {
        both = Recomputed.from(folder, FILE, ADDED, 0);
    }

    @AfterEach
    void close() {
        both.close();
    }

    @Test
    void countOnFromTheFilesLast() {
        assertThat(both.rows("select line, invoice from accepted order by line"))
                .containsExactly("1 1001", "3 1002", "4 1003", "5 C1004");
        assertThat(both.rows("select line, rejected from line where rejected is not null"))
                .containsExactly("2 unreadable-line");
    }

    @Test
    void comeToWhatOneFileComesTo() throws IOException {
        String question = "select * from expected order by all";
        List<String> ofBoth = both.rows(question);
        try (Recomputed one = Recomputed.from(Files.createDirectory(folder.resolve("one")), FILE + ADDED, 0)) {
            assertThat(ofBoth).isNotEmpty().isEqualTo(one.rows(question));
        }
    }

    @Test
    void areNoneWithoutASimulator() {
        assertThat(AddedLines.in(folder, Optional.empty())).hasContent(AddedLines.NONE);
    }
}
