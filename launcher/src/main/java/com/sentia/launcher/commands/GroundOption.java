package com.sentia.launcher.commands;

import com.sentia.database.Ground;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** How much of a database a stack must have: an option of every command that starts one. */
final class GroundOption {
    @Option(
            names = "--require-ground",
            paramLabel = "apache|community",
            defaultValue = "NONE",
            showDefaultValue = Visibility.NEVER,
            description = "Refuse to run on a database with less than this edition of TimescaleDB.")
    Ground ground = Ground.NONE;

    Ground required() {
        return ground;
    }
}
