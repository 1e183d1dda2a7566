package com.sentia.launcher.commands;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.parts.CustomerKeys;
import com.sentia.launcher.parts.Stack;
import com.sentia.launcher.privacy.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which person is meant. The id never stands on a command line, which shells and process lists keep. */
final class SubjectOptions {
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--unit",
            required = true,
            paramLabel = "U",
            description = "The shop, such as example.myshopify.com.")
    String unit = "";

    @Option(
            names = "--customer-file",
            required = true,
            paramLabel = "FILE",
            description =
                    "A file that holds the customer's id in the vendor's system and nothing else; - reads standard input.")
    String file = STANDARD_INPUT;

    @Option(
            names = "--source",
            defaultValue = "shopify",
            paramLabel = "NAME",
            description = "The vendor or declared source (default: ${DEFAULT-VALUE}).")
    String source = "shopify";

    Subject subject(Stack stack) {
        String id = id();
        if (id.isEmpty() || id.length() > 255 || id.chars().anyMatch(c -> Character.isISOControl(c) || c == ' ')) {
            throw new LauncherException(
                    "the customer's id must be one word and nothing else; for Shopify it is digits");
        }
        return new Subject(source, unit, CustomerKeys.of(stack).of(source, id));
    }

    private String id() {
        try {
            byte[] bytes = file.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new LauncherException("the customer's id can't be read from " + file + ": " + e.getMessage(), e);
        }
    }
}
