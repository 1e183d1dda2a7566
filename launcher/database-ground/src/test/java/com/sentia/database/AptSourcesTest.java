package com.sentia.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AptSourcesTest {
    private final AptSources sources = new AptSources("bookworm");

    @Test
    void changesTheSuiteOfTheMachinesOwnArchiveAndKeepsItsOptions() {
        assertThat(sources.lines("deb [signed-by=/k.gpg arch=amd64] http://mirror.test/debian bookworm main contrib\n"))
                .containsExactly("deb [signed-by=/k.gpg arch=amd64] http://mirror.test/debian sid main");
    }

    @Test
    void leavesOutSecurityThirdPartiesSourcePackagesAndComments() {
        assertThat(sources.lines("""
                                # deb http://mirror.test/debian bookworm main
                                deb-src http://mirror.test/debian bookworm main
                                deb http://mirror.test/security bookworm-security main
                                deb http://docker.test/linux bookworm stable
                                deb http://vendor.test/apt nodistro main
                                """)).isEmpty();
    }

    @Test
    void changesAStanzaAndKeepsAMultiLineKey() {
        assertThat(sources.stanzas("""
                                # where it came from
                                Types: deb deb-src
                                URIs: http://mirror.test/debian
                                Suites: bookworm
                                 bookworm-updates
                                Components: main
                                Signed-By:
                                 -----BEGIN PGP PUBLIC KEY BLOCK-----
                                 .
                                 abc

                                Types: deb
                                URIs: http://mirror.test/security
                                Suites: bookworm-security
                                Components: main
                                """)).containsExactly("""
                        Types: deb
                        Suites: sid
                        Components: main
                        URIs: http://mirror.test/debian
                        Signed-By:
                         -----BEGIN PGP PUBLIC KEY BLOCK-----
                         .
                         abc
                        """);
    }

    @Test
    void leavesOutADisabledStanza() {
        assertThat(sources.stanzas("""
                                Enabled: no
                                Types: deb
                                URIs: http://mirror.test/debian
                                Suites: bookworm
                                Components: main
                                """)).isEmpty();
    }

    @Test
    void readsBothFormsOfFilesAndNoOthers(@TempDir Path etc) throws IOException {
        Path folder = Files.createDirectories(etc.resolve("sources.list.d"));
        Files.writeString(etc.resolve("sources.list"), "deb http://one.test/debian stable main\n");
        Files.writeString(folder.resolve("two.list"), "deb http://two.test/debian bookworm main\n");
        Files.writeString(folder.resolve("three.list.disabled"), "deb http://three.test/debian bookworm main\n");

        assertThat(sources.ofMachine(etc).orElseThrow().list())
                .isEqualTo("deb http://one.test/debian sid main\ndeb http://two.test/debian sid main\n");
    }

    @Test
    void findsNothingOnAMachineWithoutSources(@TempDir Path etc) throws IOException {
        assertThat(sources.ofMachine(etc)).isEmpty();
    }
}
