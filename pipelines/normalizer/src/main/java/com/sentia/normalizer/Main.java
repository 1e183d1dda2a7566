package com.sentia.normalizer;

import com.sentia.normalizer.topology.Counters;
import com.sentia.schemas.codec.RecordCodec;
import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The normalizer as a process: {@code --settings FILE}; ends cleanly on SIGTERM, with 2 when it can't start. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int CANNOT_START = 2;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(NormalizerSettings.from(Settings.fromArguments(arguments)));
        } catch (SettingsException e) {
            e.problems().forEach(problem -> LOG.error("event=bad-setting problem=\"{}\"", problem));
            System.exit(CANNOT_START);
        } catch (IOException e) {
            LOG.error("event=no-start problem=\"health.port can't be opened: {}\"", e.getMessage());
            System.exit(CANNOT_START);
        }
    }

    private static void run(NormalizerSettings settings) throws IOException, InterruptedException {
        Counters counters = new Counters();
        StreamsService service = new StreamsService(settings, RecordCodec.connectedTo(settings.registry()), counters);
        HealthServer health = HealthServer.start(
                settings.healthPort(),
                service::isAlive,
                service::isReady,
                () -> MetricsPage.of(
                        counters,
                        service.isReady(),
                        service.replacements(),
                        service.streams().metrics()));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            service.close();
                            health.close();
                            stopped.countDown();
                        },
                        "stop"));
        service.start();
        LOG.info("event=started health-port={}", health.port());
        stopped.await();
    }
}
