package com.sentia.launcher.flink;

import java.nio.file.Path;

/** What to run: a jar, its main class, the settings file it is told. */
public record JobSpec(Path jar, String mainClass, Path settings) {}
