package com.sentia.connectors.shopify;

import com.sentia.settings.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** What a setting's value must be; {@code toString} is the sentence people read. */
record Rule(String sentence, Predicate<String> test) implements ConfigDef.Validator {
    static final Rule DURATION = new Rule("a duration such as 200ms, 30s, 15m, 1h", parses(Durations::parse));
    static final Rule DURATION_OR_OFF = new Rule("off, or a duration such as 200ms, 30s, 15m, 1h", parses(text -> {
        return text.equals(UpkeepConfig.OFF) ? Duration.ZERO : Durations.parse(text);
    }));
    static final Rule INSTANT = new Rule("a UTC instant such as 2026-01-01T00:00:00Z", parses(Instant::parse));
    static final Rule HTTP_ADDRESS = new Rule("an http or https address without blanks", text -> {
        return text.matches("https?://[^\\s]+");
    });
    static final Rule HTTP_ADDRESS_OR_NONE = new Rule("empty, or an http or https address without blanks", text -> {
        return text.isEmpty() || text.matches("https?://[^\\s]+");
    });
    static final Rule API_VERSION =
            new Rule("a quarterly version such as 2026-10", text -> text.matches("\\d{4}-(01|04|07|10)"));
    static final Rule KEY_ID = new Rule("letters and digits, starting with a letter", text -> {
        return text.matches("[a-zA-Z][a-zA-Z0-9]*");
    });
    static final Rule STREAMS = new Rule("a list of different streams of " + ShopifyStream.names(), text -> {
        return ShopifyStream.named(text).isPresent();
    });
    static final Rule SHOP_DOMAINS = new Rule(
            "a list of different shop domains such as example.myshopify.com",
            text -> !text.isEmpty() && text.matches("[a-z0-9][a-z0-9.-]*[a-z0-9]"));

    @Override
    public void ensureValid(String name, Object value) {
        if (value instanceof List<?> list) {
            boolean distinct = list.stream().distinct().count() == list.size();
            if (list.isEmpty() || !distinct || !list.stream().allMatch(item -> test.test(String.valueOf(item)))) {
                throw new ConfigException(name, value, "must be " + sentence);
            }
            return;
        }
        if (value == null || !test.test(value.toString())) {
            throw new ConfigException(name, value, "must be " + sentence);
        }
    }

    /** A secret that is there at all. */
    static ConfigDef.Validator secret(int shortest) {
        return ConfigDef.LambdaValidator.with(
                (name, value) -> {
                    if (value instanceof Password password && password.value().length() < shortest) {
                        throw new ConfigException(name, value, "must be at least " + shortest + " characters");
                    }
                },
                () -> "at least " + shortest + " characters");
    }

    @Override
    public String toString() {
        return sentence;
    }

    private static Predicate<String> parses(Function<String, ?> parser) {
        return text -> {
            try {
                return parser.apply(text) != null;
            } catch (IllegalArgumentException | DateTimeException expected) {
                return false;
            }
        };
    }
}
