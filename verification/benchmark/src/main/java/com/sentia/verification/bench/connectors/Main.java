package com.sentia.verification.bench.connectors;

import com.sentia.settings.Settings;
import com.sentia.verification.bench.ProgramEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Measures connector and normalizer of running parts: {@code --settings FILE}; or, where the file gives {@code orders.file}, writes the
 * orders that the simulated shop is to play before they run.
 */
public final class Main {
    private static final String ORDERS_FILE = "orders.file";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        if (!isToWrite(arguments)) {
            ProgramEnd.main(arguments, settings -> new ConnectorsBenchmark(ConnectorsLoad.from(settings)));
        }
    }

    private static boolean isToWrite(String[] arguments) throws IOException {
        Settings settings = Settings.fromArguments(arguments);
        Optional<Path> file = settings.optionalPath(ORDERS_FILE);
        if (file.isEmpty()) {
            return false;
        }
        int orders = settings.integer("orders", 1, ConnectorsLoad.MOST_ORDERS, 1);
        settings.finish();
        OrdersFile.write(file.get(), orders);
        return true;
    }
}
