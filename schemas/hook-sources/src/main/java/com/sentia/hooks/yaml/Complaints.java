package com.sentia.hooks.yaml;

import java.util.ArrayList;
import java.util.List;

/** Gathers all that is wrong with one file, so that it can be told at once. */
public final class Complaints {
    private final String file;
    private final List<String> all = new ArrayList<>();

    /**
     * No complaints yet.
     *
     * @param file its name, as people know it
     */
    public Complaints(String file) {
        this.file = file;
    }

    void add(int line, String path, String problem) {
        all.add(file + ":" + line + ": " + (path.isEmpty() ? "the file" : path) + " " + problem);
    }

    /** Each as file, line, field, problem. */
    public List<String> all() {
        return List.copyOf(all);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }
}
