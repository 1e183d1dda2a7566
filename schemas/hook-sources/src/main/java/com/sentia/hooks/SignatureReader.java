package com.sentia.hooks;

import com.sentia.hooks.SignatureRule.Encoding;
import com.sentia.hooks.yaml.YamlFields;
import com.sentia.hooks.yaml.YamlValue;
import com.sentia.settings.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how a source signs. */
final class SignatureReader {
    private static final List<String> KNOWN =
            List.of("header", "encoding", "prefix", "timestamp", "window", "secret-file", "former-secret-file");
    private static final String HEADER = "[A-Za-z0-9-]{1,64}";
    private static final String FILE = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    private static final Duration USUAL_WINDOW = Duration.ofMinutes(5);

    private SignatureReader() {}

    static SignatureRule read(String source, YamlValue value) {
        YamlFields fields = new YamlFields(value, KNOWN);
        Optional<String> timestamp = fields.optional("timestamp").map(header -> matching(header, HEADER, "a header"));
        fields.optional("window")
                .filter(window -> timestamp.isEmpty())
                .ifPresent(window -> window.wrong("means nothing without timestamp"));
        return new SignatureRule(
                fields.required("header")
                        .map(header -> matching(header, HEADER, "a header"))
                        .orElse(""),
                fields.required("encoding").map(SignatureReader::encoding).orElse(Encoding.HEX),
                fields.optionalText("prefix").orElse(""),
                timestamp,
                fields.optional("window").map(SignatureReader::window).orElse(USUAL_WINDOW),
                fields.optional("secret-file")
                        .map(file -> matching(file, FILE, "a file without its folder"))
                        .orElse("hook-" + source),
                fields.optional("former-secret-file")
                        .map(file -> matching(file, FILE, "a file without its folder"))
                        .orElse("hook-" + source + "-former"));
    }

    private static String matching(YamlValue value, String form, String what) {
        Optional<String> text = value.text();
        text.filter(given -> !given.matches(form)).ifPresent(given -> value.wrong("must be the name of " + what));
        return text.orElse("");
    }

    private static Encoding encoding(YamlValue value) {
        String text = value.text().orElse("");
        if (!text.equals("hex") && !text.equals("base64")) {
            value.wrong("must be hex or base64");
        }
        return text.equals("base64") ? Encoding.BASE64 : Encoding.HEX;
    }

    private static Duration window(YamlValue value) {
        try {
            return Durations.parse(value.text().orElse("5m"));
        } catch (IllegalArgumentException expected) {
            value.wrong("must be a duration such as 30s or 5m");
            return USUAL_WINDOW;
        }
    }
}
