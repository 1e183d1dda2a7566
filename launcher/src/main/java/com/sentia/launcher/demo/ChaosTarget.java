package com.sentia.launcher.demo;

import com.sentia.launcher.LauncherException;
import com.sentia.launcher.parts.PartNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be killed during the check; Flink is two processes. */
public enum ChaosTarget {
    FLINK(PartNames.FLINK_TASKMANAGER, PartNames.FLINK_JOBMANAGER),
    KAFKA(PartNames.KAFKA),
    POSTGRES(PartNames.POSTGRES),
    REGISTRY(PartNames.REGISTRY),
    STREAMS(PartNames.NORMALIZER),
    CONNECT(PartNames.CONNECT),
    GATEWAY(PartNames.WEBHOOK_GATEWAY),
    SIMULATOR(PartNames.SIMULATOR);

    // List.of is immutable; its type can't say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> parts;

    ChaosTarget(String... parts) {
        this.parts = List.of(parts);
    }

    List<String> parts() {
        return parts;
    }

    /** The part that is killed once more for being named for this many times. */
    String again(int times) {
        return parts.get((times - 2) % parts.size());
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The targets named, by the words of the command line; as often as each is named. */
    public static List<ChaosTarget> named(List<String> words) {
        List<ChaosTarget> targets = new ArrayList<>();
        for (String word : words) {
            targets.add(Arrays.stream(values())
                    .filter(target -> target.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new LauncherException("--chaos knows no '" + word + "': choose from "
                            + Arrays.stream(values()).map(ChaosTarget::word).collect(Collectors.joining(", ")))));
        }
        return List.copyOf(targets);
    }
}
