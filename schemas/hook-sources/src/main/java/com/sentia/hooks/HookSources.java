package com.sentia.hooks;

import com.sentia.hooks.yaml.Complaints;
import com.sentia.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All declared sources, one file each, named {@code <source>.yaml}. */
public final class HookSources {
    /** The setting that names their folder; without it there are none. */
    public static final String FOLDER = "hooks.dir";

    private static final String ENDING = ".yaml";

    private HookSources() {}

    /** Reads the folder that the settings name; whatever is wrong with a declaration is a problem of the settings. */
    public static List<HookSource> from(Settings settings) {
        Optional<Path> folder = settings.optionalPath(FOLDER);
        if (folder.isEmpty()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        List<HookSource> sources = in(folder.get(), problems);
        problems.forEach(problem -> settings.reject(FOLDER, problem));
        return sources;
    }

    /** Reads a folder; adds to the problems, each with file, line and field, all that is wrong. */
    public static List<HookSource> in(Path folder, List<String> problems) {
        List<HookSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                Complaints complaints = new Complaints(file.toString());
                String name = String.valueOf(file.getFileName()).replace(ENDING, "");
                Optional<HookSource> source = SourceReader.read(name, Files.readString(file), complaints);
                source.ifPresent(sources::add);
                problems.addAll(complaints.all());
            }
        } catch (IOException e) {
            problems.add(folder + " can't be read: " + e.getMessage());
        }
        doubles(sources, problems);
        return List.copyOf(sources);
    }

    /** Two sources that write the same records of the same unit would take turns at being right. */
    private static void doubles(List<HookSource> sources, List<String> problems) {
        Set<String> seen = new HashSet<>();
        for (HookSource source : sources) {
            String what = source.mapping().topic().name() + " of unit " + source.unit();
            if (!seen.add(what)) {
                problems.add(source.name() + ENDING + ": another source fills " + what + " already");
            }
        }
    }
}
