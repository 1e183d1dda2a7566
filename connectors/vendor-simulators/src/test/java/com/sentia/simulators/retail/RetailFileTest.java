package com.sentia.simulators.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class RetailFileTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path pack(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(1))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static void assertRefused(Path file, String problem) {
        assertThatThrownBy(() -> RetailFile.read(file))
                .isInstanceOf(BadRetailFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(problem)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void readsQuotesCommasAndLineBreaksInDescriptions() throws IOException {
        Path file = write(
                "quoted.csv",
                Retail.HEADER + "1,A,\"A \"\"BIG\"\", RED\nTHING\",1,2011-02-01 08:00:00,1.5,,France\n"
                        + "2,C,PLAIN,1,2011-02-01 09:00:00,1.5,,France\n");

        RetailFile read = RetailFile.read(file);

        assertThat(read.linesTotal()).isEqualTo(2);
        assertThat(read.accepted()).extracting(RetailLine::title).containsExactly("A \"BIG\", RED\nTHING", "PLAIN");
        assertThat(read.accepted()).extracting(RetailLine::number).containsExactly(1, 2);
    }

    @Test
    void readsAPackedFileAndAByteOrderMark() throws IOException {
        Path file = pack("file.csv.xz", "\uFEFF" + Retail.HEADER + Retail.line("1", "A", 1, "08:00:00", "1") + "\n");

        assertThat(RetailFile.read(file).accepted()).hasSize(1);
    }

    @Test
    void countsWhatItRejectsByReason() throws IOException {
        Path file = Retail.file(
                folder,
                Retail.line("1", "A", 1, "08:00:00", "1"),
                Retail.line("1", "M", 1, "08:00:00", "1"),
                "1,A,T,1,2011-02-01 08:00:00,1,1",
                "",
                Retail.line("1", "A", 1, "08:00:00", "0"));

        RetailFile read = RetailFile.read(file);

        assertThat(read.linesTotal()).isEqualTo(5);
        assertThat(read.rejected())
                .isEqualTo(Map.of(
                        Rejection.NOT_A_PRODUCT, 1, Rejection.UNREADABLE_LINE, 2, Rejection.PRICE_NOT_POSITIVE, 1));
    }

    @Test
    void saysWhichColumnIsMissing() throws IOException {
        assertRefused(write("short.csv", Retail.HEADER.replace(",UnitPrice", "")), "lacks the column UnitPrice");
        assertRefused(write("order.csv", "Country," + Retail.HEADER.replace(",Country", "")), "in this order");
    }

    @Test
    void saysWhenAFileIsSomethingElse() throws IOException {
        assertRefused(folder.resolve("missing.csv"), "does not exist");
        assertRefused(folder, "is not a file");
        assertRefused(write("empty.csv", ""), "is empty");
        assertRefused(write("letter.csv", "Dear Sir,\nplease find enclosed"), "is not a retail file");
        assertRefused(write("plain.csv.xz", Retail.HEADER), "is not an xz file");
        assertRefused(write("header.csv", Retail.HEADER), "none of which is a sale");
        Path binary = folder.resolve("binary.csv");
        Files.write(binary, new byte[] {0, 1, 2, (byte) 0xff, '\n', 0, 5});
        assertRefused(binary, "is not a retail file");
    }

    @Test
    void saysWhenAPackedFileWasCutOrDamaged() throws IOException {
        StringBuilder lines = new StringBuilder(Retail.HEADER);
        for (int i = 0; i < 2000; i++) {
            lines.append(Retail.line("1", "A" + i * 7919 % 2000, 1, "08:00:00", "1"))
                    .append('\n');
        }
        byte[] whole = Files.readAllBytes(pack("whole.csv.xz", lines.toString()));

        Path cut = folder.resolve("cut.csv.xz");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(cut, "was not copied whole");

        byte[] damaged = whole.clone();
        Arrays.fill(damaged, whole.length / 2, whole.length / 2 + 40, (byte) 0x55);
        assertRefused(Files.write(folder.resolve("damaged.csv.xz"), damaged), "can't be read");
    }
}
