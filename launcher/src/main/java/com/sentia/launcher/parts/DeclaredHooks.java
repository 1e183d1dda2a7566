package com.sentia.launcher.parts;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.SecretFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sources declared in {@code jobs-config/hooks}, and what they sign with: {@code hook-<source>} in the home's secrets. */
final class DeclaredHooks {
    private static final String FOLDER = "hooks";
    private static final String ENDING = ".yaml";

    private DeclaredHooks() {}

    /** Where gateway and normalizer read the declarations; nothing when there is no folder. */
    static Map<String, String> settings(Stack stack) {
        Path folder = folder(stack);
        return Files.isDirectory(folder) ? Map.of("hooks.dir", folder.toString()) : Map.of();
    }

    /** Makes the secrets that are missing. */
    static void secrets(Stack stack) {
        Path folder = folder(stack);
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (String source : sources(folder)) {
            Path unused = SecretFiles.generated(stack.home(), "hook-" + source);
        }
    }

    private static List<String> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .toList();
        } catch (IOException e) {
            throw new LauncherException("the declarations in " + folder + " can't be listed: " + e.getMessage(), e);
        }
    }

    private static Path folder(Stack stack) {
        return stack.distribution().configuration(FOLDER);
    }
}
