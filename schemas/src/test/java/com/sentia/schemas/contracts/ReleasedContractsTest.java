package com.sentia.schemas.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code -Drelease-contracts=true} makes the current contracts the released ones, as a release does. */
class ReleasedContractsTest {
    private static final Path FOLDER = Path.of("src", "released", "avro");
    private static final String PROGRESS = "com.sentia.schemas.SourceProgress";

    @BeforeAll
    static void release() throws IOException {
        if (Boolean.getBoolean("release-contracts")) {
            ReleasedContracts.write(FOLDER, Contracts.current());
        }
    }

    @Test
    void areFollowedByTheCurrentOnes() {
        assertThat(ReleasedContracts.breaks(ReleasedContracts.in(FOLDER), Contracts.current()))
                .isEmpty();
    }

    @Test
    void coverWhatTravels() {
        assertThat(ReleasedContracts.in(FOLDER)).isNotEmpty().containsKey(PROGRESS);
    }

    @Test
    void areNotFollowedByARenamedField() {
        Map<String, Schema> changed = changedProgress("\"completeTo\"", "\"doneTo\"");

        assertThat(ReleasedContracts.breaks(ReleasedContracts.in(FOLDER), changed))
                .singleElement()
                .asString()
                .contains(PROGRESS, "doneTo", "READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    @Test
    void areNotFollowedByANarrowedType() {
        Map<String, Schema> changed =
                changedProgress("\"type\":\"string\",\"doc\":\"Kind", "\"type\":\"int\",\"doc\":\"Kind");

        assertThat(ReleasedContracts.breaks(ReleasedContracts.in(FOLDER), changed))
                .singleElement()
                .asString()
                .contains(PROGRESS, "TYPE_MISMATCH");
    }

    @Test
    void areNotFollowedByAMissingRecord() {
        Map<String, Schema> changed = new TreeMap<>(Contracts.current());
        changed.remove(PROGRESS);

        assertThat(ReleasedContracts.breaks(ReleasedContracts.in(FOLDER), changed))
                .singleElement()
                .asString()
                .contains(PROGRESS + " was released and is gone");
    }

    private static Map<String, Schema> changedProgress(String from, String to) {
        Map<String, Schema> changed = new TreeMap<>(Contracts.current());
        String text = String.valueOf(changed.get(PROGRESS));
        assertThat(text).contains(from);
        changed.put(PROGRESS, new Schema.Parser().parse(text.replace(from, to)));
        return changed;
    }
}
