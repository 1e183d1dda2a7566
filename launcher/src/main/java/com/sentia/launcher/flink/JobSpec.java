package com.sentia.launcher.flink;

import java.nio.file.Path;

/**
 * What to run.
 *
 * @param name what the job calls itself on the cluster, where others run beside it
 * @param settings the settings file it is told
 * @param catalogue the file of KPIs that the settings name
 * @param state the folder of its checkpoints and savepoints: its own, as the newest there is where it goes on
 * @param parallelism how many subtasks a step has
 */
public record JobSpec(
        String name, Path jar, String mainClass, Path settings, Path catalogue, Path state, int parallelism) {}
