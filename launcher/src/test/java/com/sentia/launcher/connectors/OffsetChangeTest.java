package com.sentia.launcher.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OffsetChangeTest {
    private static final Instant MIDDAY = Instant.parse("2026-01-01T12:00:00Z");
    private static final String PRESENT = """
            {"offsets": [
              {"partition": {"vendor": "v", "unit": "uk", "entity": "order", "part": "control"}, "offset": {"paused": true}},
              {"partition": {"vendor": "v", "unit": "uk", "entity": "order"},
               "offset": {"updated_at": "2026-02-01T12:00:00Z", "id": "7", "page_token": "x",
                          "complete_to": "2026-02-01T12:00:01Z"}}]}""";

    @TempDir
    Path folder;

    @Test
    void letsAFeedBeginAtAnotherTimeAndKeepsWhatItWasCompleteTo() throws IOException {
        JsonNode change = OffsetChange.of(present(), "uk", "order", MIDDAY);

        assertThat(change).isEqualTo(new ObjectMapper().readTree("""
                {"offsets": [{"partition": {"vendor": "v", "unit": "uk", "entity": "order"},
                  "offset": {"updated_at": "2026-01-01T12:00:00Z", "id": "", "complete_to": "2026-02-01T12:00:01Z"}}]}"""));
    }

    @Test
    void forgetsAFeedsPosition() throws IOException {
        assertThat(OffsetChange.of(present(), "uk", "order", null)
                        .at("/offsets/0/offset")
                        .isNull())
                .isTrue();
    }

    @Test
    void namesTheFeedThatIsNotThere() throws IOException {
        JsonNode present = present();

        assertThatThrownBy(() -> OffsetChange.of(present, "eu", "order", MIDDAY))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("unit eu, entity order");
    }

    @Test
    void refusesAFileOfAnotherForm() throws IOException {
        Path file = Files.writeString(folder.resolve("offsets.json"), "{\"offsets\": []}");

        assertThatThrownBy(() -> OffsetChange.read(file))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining(file.toString());
        assertThat(OffsetChange.read(Files.writeString(file, PRESENT))).isEqualTo(present());
    }

    private static JsonNode present() throws IOException {
        return new ObjectMapper().readTree(PRESENT);
    }
}
