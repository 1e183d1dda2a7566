package com.sentia.launcher.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorePointsTest {
    @TempDir
    private Path state;

    @Test
    void knowsNoneWhereNothingRanYet() throws Exception {
        assertThat(new RestorePoints(state).newest()).isEmpty();
        new RestorePoints(state).tidy();
    }

    @Test
    void takesTheNewestCheckpointThatWasFinished() throws Exception {
        point("checkpoints/job1/chk-4", 1_000);
        Path newest = point("checkpoints/job2/chk-2", 2_000);
        Files.createDirectories(state.resolve("checkpoints/job2/chk-3"));

        assertThat(new RestorePoints(state).newest()).contains(newest);
    }

    @Test
    void takesASavepointMadeAfterTheLastCheckpoint() throws Exception {
        point("checkpoints/job1/chk-4", 1_000);
        Path savepoint = point("savepoints/savepoint-abc", 2_000);

        assertThat(new RestorePoints(state).newest()).contains(savepoint);
    }

    @Test
    void removesEmptyFoldersOnly() throws Exception {
        Path kept = point("checkpoints/job1/chk-4", 1_000);
        Files.createDirectories(state.resolve("checkpoints/job0/shared"));

        new RestorePoints(state).tidy();

        assertThat(kept.resolve("_metadata")).exists();
        assertThat(state.resolve("checkpoints/job0")).doesNotExist();
    }

    private Path point(String folder, long millis) throws IOException {
        Path path = Files.createDirectories(state.resolve(folder));
        Path metadata = Files.writeString(path.resolve("_metadata"), "x");
        Files.setLastModifiedTime(metadata, FileTime.fromMillis(millis));
        return path;
    }
}
