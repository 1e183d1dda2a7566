package com.sentia.verification.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines that the simulator's incidents add to the input file, laid out as a file of the same form. */
final class AddedLines {
    static final String NONE = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private AddedLines() {}

    /** @param simulator who knows them; there are none without it */
    static Path in(Path folder, Optional<URI> simulator) {
        Path file = folder.resolve("added.csv");
        try {
            return simulator.isEmpty()
                    ? Files.writeString(file, NONE)
                    : Files.write(file, SimulatorAnswers.bytes(simulator.get().resolve("/control/incident-lines")));
        } catch (IOException e) {
            throw new CheckException("the added lines can't be kept in " + file + ": " + e.getMessage(), e);
        }
    }
}
