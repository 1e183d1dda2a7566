package com.sentia.launcher.apply;

import java.util.Optional;

/**
 * A KPI that a catalogue defines otherwise than it is shown, or for the first time.
 *
 * @param from the version shown; empty for a new KPI
 * @param to the version it gets
 */
record Change(String kpi, Optional<Integer> from, int to) {
    String text() {
        return from.map(version -> "version " + version + " -> " + to).orElse("new, version " + to);
    }
}
