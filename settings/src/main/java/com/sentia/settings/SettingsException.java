package com.sentia.settings;

import java.util.List;

/** All that is wrong with a set of settings, one problem a line, each naming key, value and rule. */
public final class SettingsException extends RuntimeException {
    private final List<String> problems;

    public SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
