package com.sentia.queryapi;

import com.sentia.settings.Settings;
import com.sentia.settings.SettingsException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the query API: {@code --settings FILE}. Ends with 2 when it can't start. */
public final class Main {
    private static final Logger log = LoggerFactory.getLogger(Main.class);
    private static final int CANT_START = 2;
    private static final long START_SECONDS = 20;

    private Main() {}

    public static void main(String[] arguments) {
        try {
            ApiSettings settings = ApiSettings.from(Settings.fromArguments(arguments));
            ApiServer server = ApiServer.start(settings)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                    .join();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
            log.info("action=start outcome=listening address=http://{}:{}/", settings.host(), server.port());
        } catch (SettingsException e) {
            e.problems().forEach(problem -> log.error("action=start outcome=refused problem=\"{}\"", problem));
            System.exit(CANT_START);
        } catch (CompletionException e) {
            log.error("action=start outcome=failed reason=\"{}\"", String.valueOf(e.getCause()));
            System.exit(CANT_START);
        }
    }
}
