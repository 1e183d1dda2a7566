package com.sentia.launcher.parts;

import java.io.IOException;
import java.nio.file.Path;

/** One line per event on standard output, for the processes that log through Log4j. */
final class LogConfiguration {
    private static final String TEXT = """
            rootLogger.level=info
            rootLogger.appenderRef.out.ref=out
            appender.out.type=Console
            appender.out.name=out
            appender.out.layout.type=PatternLayout
            appender.out.layout.pattern=%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'}{UTC} %-5p %c{1} %m%n
            logger.configs.name=org.apache.kafka.common.config
            logger.configs.level=warn
            logger.appinfo.name=org.apache.kafka.common.utils.AppInfoParser
            logger.appinfo.level=warn
            logger.requests.name=org.apache.kafka.connect.runtime.rest.RestServer
            logger.requests.level=warn
            """;

    private LogConfiguration() {}

    /** The flag that makes a Java process log so. */
    static String flag(Stack stack) throws IOException {
        Path file = SettingsFile.write(stack.home().settings().resolve("log4j2.properties"), TEXT);
        return "-Dlog4j2.configurationFile=" + file;
    }
}
