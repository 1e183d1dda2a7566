package com.sentia.launcher.flink;

import java.nio.file.Path;

/**
 * What to run.
 *
 * @param settings the settings file it is told
 * @param catalogue the file of KPIs that the settings name
 */
public record JobSpec(Path jar, String mainClass, Path settings, Path catalogue) {}
