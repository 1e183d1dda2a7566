package com.sentia.launcher.home;

import com.sentia.launcher.LauncherException;
import com.sentia.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The ports one home's stack uses: those of {@code sentia.properties} in it, read once. */
public final class Ports {
    private static final String OFFSET = "port.offset";
    private static final int HIGHEST = 65_535;
    private static final int OFFSET_STEP = 100;
    private static final int MOST_OFFSETS = 200;

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = new EnumMap<>(numbers);
    }

    /** The standard ports, all moved by the offset. */
    public static Ports at(int offset) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, port.standard() + offset);
        }
        return new Ports(numbers);
    }

    /** The ports a home's settings file gives; the standard ones when there is none. */
    public static Ports of(Home home) {
        Path file = file(home);
        Settings settings = Files.exists(file) ? Settings.fromFile(file) : Settings.of(Map.of());
        int offset = settings.integer(OFFSET, 0, HIGHEST, 0);
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, settings.integer(port.key(), 1, HIGHEST, port.standard() + offset));
        }
        settings.finish();
        return new Ports(numbers);
    }

    /** Keeps an offset in the home's settings, so that every command finds the stack. */
    public static void keepOffset(Home home, int offset) {
        try {
            List<String> lines = new ArrayList<>();
            if (Files.exists(file(home))) {
                lines.addAll(Files.readAllLines(file(home)));
                lines.removeIf(line -> line.strip().startsWith(OFFSET));
            } else {
                lines.add("# Ports of this stack, all on 127.0.0.1: port.offset moves all, these move one each:");
                Arrays.stream(Port.values())
                        .map(port -> "# " + port.key() + "=" + port.standard())
                        .forEach(lines::add);
            }
            lines.add(OFFSET + "=" + offset);
            Files.write(file(home), lines);
        } catch (IOException e) {
            throw new LauncherException("the ports can't be kept in " + file(home) + ": " + e.getMessage(), e);
        }
    }

    /** The least offset, in steps, at which every port is free now. */
    public static int freeOffset() {
        for (int step = 0; step < MOST_OFFSETS; step++) {
            if (at(step * OFFSET_STEP).taken().isEmpty()) {
                return step * OFFSET_STEP;
            }
        }
        throw new LauncherException("no free ports were found: stop another stack with ./sentia down");
    }

    private static Path file(Home home) {
        return home.root().resolve("sentia.properties");
    }

    public int number(Port port) {
        return numbers.getOrDefault(port, port.standard());
    }

    /** {@code 127.0.0.1:number}. */
    public String address(Port port) {
        return "127.0.0.1:" + number(port);
    }

    /** {@code http://127.0.0.1:number}. */
    public String url(Port port) {
        return "http://" + address(port);
    }

    /** Those that something listens on now. */
    public List<Port> taken() {
        return Arrays.stream(Port.values())
                .filter(port -> isTaken(number(port)))
                .toList();
    }

    private static boolean isTaken(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return false;
        } catch (IOException expected) {
            return true;
        }
    }
}
