package com.sentia.launcher.fx;

import com.sentia.launcher.LauncherException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, line by line; one line that is wrong refuses the whole file. */
final class RateProblems {
    private static final int SHOWN = 20;

    private final String file;
    private final List<String> problems = new ArrayList<>();

    RateProblems(String file) {
        this.file = file;
    }

    void at(int line, String problem) {
        problems.add(file + ":" + line + ": " + problem);
    }

    /**
     * @param lines that were read
     * @throws LauncherException when anything is wrong, saying what
     */
    void refuse(int lines) {
        if (problems.isEmpty()) {
            return;
        }
        String more = problems.size() > SHOWN ? "\nand " + (problems.size() - SHOWN) + " more" : "";
        throw new LauncherException(String.join("\n", problems.subList(0, Math.min(SHOWN, problems.size())))
                + more
                + "\nnothing was written: refused "
                + problems.size()
                + " of "
                + lines
                + (lines == 1 ? " line" : " lines"));
    }
}
