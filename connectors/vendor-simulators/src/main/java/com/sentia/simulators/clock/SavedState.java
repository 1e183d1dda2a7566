package com.sentia.simulators.clock;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What a simulator remembers of itself in its state folder.
 *
 * @param fingerprint of the data file the state belongs to
 * @param shiftWeeks the shift fixed at the first start
 * @param configured mode and speed of the settings when it was written, so that a changed setting is seen
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SavedState(int version, String fingerprint, int shiftWeeks, String configured, ClockState clock) {
    public static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The state in a file, or none if it was never written. */
    public static Optional<SavedState> read(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), SavedState.class)) : Optional.empty();
    }

    /** Replaces the file in one step: a reader, or a start after a kill, finds the old state or the new one. */
    public void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, JSON.writeValueAsBytes(this));
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException expected) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
