package com.sentia.verification.bench;

import com.sentia.analytics.kpi.Window;
import com.sentia.settings.Settings;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads windows by their names: {@code 24h/5m}. */
final class RollingWindows {
    private static final String DEFAULT = "24h/5m";

    private RollingWindows() {}

    /** At least one, whatever the setting says; what is wrong with it is among the settings' problems. */
    static List<Window.Rolling> of(Settings settings, String key) {
        List<Window.Rolling> windows = new ArrayList<>();
        for (String name : settings.list(key, List.of(DEFAULT))) {
            try {
                if (Window.of(name, ZoneOffset.UTC) instanceof Window.Rolling rolling) {
                    windows.add(rolling);
                } else {
                    settings.reject(key, name + " does not roll; a window such as 24h/5m is needed");
                }
            } catch (IllegalArgumentException e) {
                settings.reject(key, String.valueOf(e.getMessage()));
            }
        }
        if (windows.isEmpty()) {
            windows.add((Window.Rolling) Window.of(DEFAULT, ZoneOffset.UTC));
        }
        return windows;
    }
}
