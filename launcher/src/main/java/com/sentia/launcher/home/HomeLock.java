package com.sentia.launcher.home;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.supervision.PidFile;
import com.sentia.launcher.supervision.ProcessIdentity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Held by the one launcher that runs a home's stack; the system lets go of it when that launcher dies. */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;
    private final PidFile pidFile;

    private HomeLock(FileChannel channel, PidFile pidFile) {
        this.channel = channel;
        this.pidFile = pidFile;
    }

    /** Takes the lock, or says who has it. */
    public static HomeLock take(Home home) {
        try {
            Files.createDirectories(home.run());
            FileChannel channel =
                    FileChannel.open(home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                String who = launcher(home)
                        .map(process -> " (pid " + process.pid() + ")")
                        .orElse("");
                throw new LauncherException("another sentia" + who + " runs the stack of " + home.root()
                        + ": stop it with ./sentia down, or choose another --home");
            }
            PidFile pidFile = pidFile(home);
            Optional<ProcessIdentity> self =
                    ProcessIdentity.of(ProcessHandle.current().pid());
            if (self.isPresent()) {
                pidFile.write(new PidFile.Entry(self.get(), "launcher"));
            }
            return new HomeLock(channel, pidFile);
        } catch (IOException e) {
            throw new LauncherException("the lock in " + home.run() + " can't be taken: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException expected) {
            return null;
        }
    }

    /** The launcher that runs the home's stack now. */
    public static Optional<ProcessHandle> launcher(Home home) {
        return pidFile(home).running();
    }

    private static PidFile pidFile(Home home) {
        return new PidFile(home.run().resolve("launcher.pid"));
    }

    @Override
    public void close() {
        try {
            pidFile.delete();
            channel.close();
        } catch (IOException expected) {
            // The system frees the lock with the process; a pid file left behind names a process that is gone.
        }
    }
}
