package com.sentia.launcher.parts;

import com.sentia.database.PostgresServer;
import com.sentia.launcher.environment.Business;
import com.sentia.launcher.home.Distribution;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.Ports;

/** What every part is made from: where it lives, which ports, which programs, which database. */
public record Stack(Home home, Ports ports, Distribution distribution, PostgresServer database) {
    /** Currency and time zone of its numbers. */
    public Business business() {
        return Business.of(home);
    }

    public String kafka() {
        return kafka(ports);
    }

    /** The Confluent-compatible interface of the registry. */
    public String registryUrl() {
        return registryUrl(ports);
    }

    static String kafka(Ports ports) {
        return ports.address(Port.KAFKA);
    }

    static String registryUrl(Ports ports) {
        return ports.url(Port.REGISTRY) + "/apis/ccompat/v7";
    }
}
