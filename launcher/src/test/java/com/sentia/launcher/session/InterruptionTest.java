package com.sentia.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(InterruptionTest.LIMIT_SECONDS)
class InterruptionTest {
    static final int LIMIT_SECONDS = 30;

    @Test
    void saysNothingOfACommandThatIsOverByItself() {
        StringWriter out = new StringWriter();

        Interruption interruption = Interruption.announced(new Console(new PrintWriter(out), false), "stopping");

        assertThat(interruption.over()).isTrue();
        assertThat(interruption.over()).as("said twice").isFalse();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void isToldThoughTheMainThreadNeverComesBack() throws Exception {
        assertThat(saidByInterrupted(StuckCommand.class)).isEqualTo("waiting\nstopping\n");
    }

    @Test
    void isToldOnceWhenTheMainThreadEndsMeanwhile() throws Exception {
        assertThat(saidByInterrupted(EndingCommand.class)).isEqualTo("waiting\nstopping\n");
    }

    /** What a command in a JVM of its own prints that is sent SIGTERM once it has said that it waits. */
    private static String saidByInterrupted(Class<?> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        command.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            StringBuilder said = new StringBuilder();
            int character = process.getInputStream().read();
            while (character >= 0) {
                said.append((char) character);
                if (said.toString().equals("waiting\n")) {
                    // Unlike the process itself, its handle leaves the stream open.
                    process.toHandle().destroy();
                }
                character = process.getInputStream().read();
            }
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            return said.toString();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Console standardOutput() {
        return new Console(new PrintWriter(System.out, true, StandardCharsets.UTF_8), false);
    }

    /** Its main thread is blocked for good. */
    static final class StuckCommand {
        private StuckCommand() {}

        public static void main(String[] arguments) throws InterruptedException {
            Console console = standardOutput();
            Interruption.announced(console, "stopping");
            console.line("waiting");
            new CountDownLatch(1).await();
        }
    }

    /** Its main thread ends as soon as the JVM goes down, and says so unless that was said. */
    static final class EndingCommand {
        private EndingCommand() {}

        public static void main(String[] arguments) throws InterruptedException {
            Console console = standardOutput();
            CountDownLatch down = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            Interruption interruption = Interruption.announced(console, "stopping");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                down.countDown();
                awaitQuietly(ended);
            }));
            console.line("waiting");
            down.await();
            if (interruption.over()) {
                console.lineBelow("stopping");
            }
            ended.countDown();
        }

        private static void awaitQuietly(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException expected) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
