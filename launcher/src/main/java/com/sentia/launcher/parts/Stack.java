package com.sentia.launcher.parts;

import com.sentia.database.PostgresServer;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.Ports;

/** What every part is made from: where it lives, which ports, which programs, which database. */
public record Stack(Home home, Ports ports, Distribution distribution, PostgresServer database) {
    public String kafka() {
        return ports.address(Port.KAFKA);
    }

    /** The Confluent-compatible interface of the registry. */
    public String registryUrl() {
        return ports.url(Port.REGISTRY) + "/apis/ccompat/v7";
    }
}
