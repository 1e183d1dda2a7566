package com.sentia.gateway;

import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The webhook gateway as a process: {@code --settings FILE}; ends cleanly on SIGTERM, with 2 when it can't start. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int CANNOT_START = 2;
    private static final long START_SECONDS = 20;

    private Main() {}

    public static void main(String[] arguments) {
        try {
            GatewaySettings settings = GatewaySettings.from(Settings.fromArguments(arguments));
            Gateway gateway = Gateway.start(settings, Clock.systemUTC())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                    .join();
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "stop"));
            LOG.info("event=started address=http://{}:{}/", settings.http().host(), gateway.port());
        } catch (SettingsException e) {
            e.problems().forEach(problem -> LOG.error("event=bad-setting problem=\"{}\"", problem));
            System.exit(CANNOT_START);
        } catch (CompletionException e) {
            LOG.error("event=no-start problem=\"{}\"", String.valueOf(e.getCause()));
            System.exit(CANNOT_START);
        } catch (KafkaException e) {
            LOG.error("event=no-start problem=\"{}\"", String.valueOf(e.getCause()));
            System.exit(CANNOT_START);
        }
    }
}
