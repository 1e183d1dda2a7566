package com.sentia.launcher.supervision;

import java.util.Set;

/**
 * Something done once between the starts of parts, such as a migration; tried again when it fails.
 *
 * @param needs parts and steps that have to be ready before
 */
public record Step(String name, Set<String> needs, Action action) {
    public Step {
        needs = Set.copyOf(needs);
    }

    /** What the step does; repeatable. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }
}
