package com.sentia.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.launcher.LauncherException;
import com.sentia.settings.SettingsException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    private Path folder;

    @Test
    void areTheStandardOnesUnlessToldOtherwise() {
        Ports ports = Ports.of(new Home(folder));

        assertThat(ports.number(Port.API)).isEqualTo(8080);
        assertThat(ports.address(Port.KAFKA)).isEqualTo("127.0.0.1:9092");
        assertThat(ports.url(Port.FLINK)).isEqualTo("http://127.0.0.1:8082");
    }

    @Test
    void areMovedTogetherAndOneByOne() throws Exception {
        Home home = new Home(folder);
        Ports.keepOffset(home, 100);
        Files.writeString(folder.resolve("sentia.properties"), "port.postgres=7777\n", StandardOpenOption.APPEND);
        Ports.keepOffset(home, 200);

        Ports ports = Ports.of(home);

        assertThat(ports.number(Port.API)).isEqualTo(8280);
        assertThat(ports.number(Port.POSTGRES)).isEqualTo(7777);
    }

    @Test
    void refuseASettingThatIsNoPort() throws Exception {
        Files.writeString(folder.resolve("sentia.properties"), "port.kafka=many\nport.kafak=1\n");

        assertThatThrownBy(() -> Ports.of(new Home(folder)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("port.kafka: 'many'")
                .hasMessageContaining("port.kafak: unknown");
    }

    @Test
    void sayWhichIsTakenAndWhatToDo() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(folder.resolve("sentia.properties"), "port.kafka=" + other.getLocalPort() + "\n");
            Ports ports = Ports.of(new Home(folder));

            assertThat(ports.taken()).contains(Port.KAFKA);
            assertThatThrownBy(() -> Machine.requireFree(ports, List.of(Port.KAFKA)))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining(other.getLocalPort() + " (port.kafka)")
                    .hasMessageContaining("--port-offset");
        }
    }
}
