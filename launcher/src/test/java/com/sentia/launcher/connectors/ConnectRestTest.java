package com.sentia.launcher.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.connect.ConnectRest;
import com.sentia.launcher.connect.ConnectorDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the commands ask of Connect, and what they make of its answers. */
class ConnectRestTest {
    private static final ObjectNode CHANGE = new ObjectMapper().createObjectNode();

    private final ScriptedConnect worker = new ScriptedConnect();
    private final ConnectRest connect = new ConnectRest(worker.url());

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void namesAConnectorThatIsNotThere() {
        worker.answer("PUT /connectors/nobody/pause", 404, "{}");

        assertThatThrownBy(() -> connect.pause("nobody"))
                .isInstanceOf(LauncherException.class)
                .hasMessageStartingWith("there is no connector 'nobody'");
        assertThatThrownBy(() -> connect.pause("a/b")).hasMessageStartingWith("'a/b' is no connector's name");
    }

    @Test
    void listsEveryProblemOfAConfiguration() {
        worker.answer("PUT /connector-plugins/X/config/validate", 200, """
                {"configs": [{"value": {"name": "a", "errors": ["a is missing"]}},
                             {"value": {"name": "b", "errors": []}},
                             {"value": {"name": "c", "errors": ["c is odd", "c is long"]}}]}""");

        assertThat(connect.problems(new ConnectorDescription("x", Map.of("connector.class", "X"))))
                .containsExactly("a is missing", "c is odd", "c is long");
        assertThat(connect.problems(new ConnectorDescription("x", Map.of())))
                .containsExactly("connector.class is missing");
    }

    @Test
    void saysThatConnectIsAway() {
        assertThatThrownBy(() -> new ConnectRest("http://127.0.0.1:1").all())
                .isInstanceOf(LauncherException.class)
                .hasMessageStartingWith("Connect doesn't answer: is the stack up?");
    }

    @Test
    void altersOffsetsOfAStoppedConnectorAndLetsItGoOn() throws InterruptedException {
        worker.answer("PATCH /connectors/x/offsets", 200, "{\"message\": \"altered\"}");
        List<String> told = new ArrayList<>();

        new OffsetChange(connect, told::add).make("x", CHANGE);

        assertThat(worker.changes())
                .containsExactly("PUT /connectors/x/stop", "PATCH /connectors/x/offsets", "PUT /connectors/x/resume");
        assertThat(told).containsExactly("stopping x", "altered", "x goes on");
    }

    @Test
    void letsAConnectorGoOnWhoseOffsetsWereRefused() {
        worker.answer("PATCH /connectors/x/offsets", 400, "{\"message\": \"offset refused: unknown offset key x\"}");
        OffsetChange change = new OffsetChange(connect, line -> {});

        assertThatThrownBy(() -> change.make("x", CHANGE))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("unknown offset key x");
        assertThat(worker.changes()).endsWith("PUT /connectors/x/resume");
    }

    @Test
    void leavesAConnectorStoppedThatWas() throws InterruptedException {
        connect.stop("x");

        new OffsetChange(connect, line -> {}).make("x", CHANGE);

        assertThat(worker.changes()).containsExactly("PUT /connectors/x/stop", "PATCH /connectors/x/offsets");
    }
}
