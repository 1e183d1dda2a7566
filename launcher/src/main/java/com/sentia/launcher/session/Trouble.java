package com.sentia.launcher.session;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.supervision.Board;
import com.sentia.launcher.supervision.PartState;
import com.sentia.launcher.supervision.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Words for a part that doesn't come up. */
public final class Trouble {
    private static final int TAIL_BYTES = 20_000;

    private Trouble() {}

    /** Throws when a part failed to start so often that waiting has no point. */
    public static void throwIfHopeless(Home home, Board board) {
        List<PartState> hopeless = board.hopeless();
        if (!hopeless.isEmpty()) {
            throw new LauncherException(sentence(home, hopeless.get(0)));
        }
    }

    static LauncherException notReady(Home home, Board board, List<String> names) {
        return board.states().stream()
                .filter(state -> names.contains(state.name()) && state.phase() != Phase.READY)
                .filter(state -> state.phase() != Phase.WAITING)
                .findFirst()
                .map(state -> new LauncherException(sentence(home, state)))
                .orElseGet(() -> new LauncherException("the stack isn't up in time; see ./sentia logs"));
    }

    private static String sentence(Home home, PartState state) {
        Path log = home.log(state.name());
        String why = state.detail().isEmpty() ? "is not ready" : "doesn't get ready: " + state.detail();
        List<String> tail = tail(log, 1);
        String last = tail.isEmpty() ? "" : "; its last words: " + tail.get(0).strip();
        return state.name() + " " + why + last + "; see ./sentia logs " + state.name() + " (" + log + ")";
    }

    /** The last lines of a log. */
    public static List<String> tail(Path log, int lines) {
        try (var channel = Files.newByteChannel(log)) {
            long from = Math.max(0, channel.size() - TAIL_BYTES);
            channel.position(from);
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate((int) (channel.size() - from));
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // Until the end, or until the file was emptied meanwhile.
            }
            List<String> all = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException expected) {
            return List.of();
        }
    }
}
