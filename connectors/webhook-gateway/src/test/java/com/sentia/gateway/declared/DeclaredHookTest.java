package com.sentia.gateway.declared;

import static org.assertj.core.api.Assertions.assertThat;

import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.gateway.SetClock;
import com.sentia.gateway.hook.Claim;
import com.sentia.gateway.hook.Reading;
import com.sentia.hooks.HookSource;
import com.sentia.hooks.HookSources;
import com.sentia.schemas.Op;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.topics.Topics;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredHookTest {
    private static final Secret SECRET = new Secret("0123456789abcdef");
    private static final Secret FORMER = new Secret("fedcba9876543210");
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms("k1", SECRET);
    private static final String DECLARATION = """
            unit: plant-2
            entity: order
            signature: {header: X-Signature, encoding: hex, prefix: "sha256=", timestamp: X-At, window: 5m}
            delivery: X-Delivery
            records: /orders
            most-records: 2
            id: /no
            version: {at: /changed, as: instant}
            op: {at: /event, delete: [gone]}
            take: {no: true, changed: true, total: true, buyer: customerKey, lines: [{code: true}]}
            to: finance.payment.v1
            fields:
              paymentId: /no
              kind: {constant: RECEIPT}
              direction: {constant: IN}
              status: {constant: CLEARED}
              paidAt: {at: /changed, as: instant}
              account: {constant: "1200"}
              currency: {constant: EUR}
              amountMicros: {at: /total, as: micros}
            """;

    @TempDir
    private Path folder;

    private final SetClock clock = new SetClock();

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private DeclaredHook hook;

    @BeforeEach
    void declare() throws IOException {
        Files.writeString(folder.resolve("erp.yaml"), DECLARATION);
        List<String> problems = new ArrayList<>();
        List<HookSource> sources = HookSources.in(folder, problems);
        assertThat(problems).isEmpty();
        hook = new DeclaredHook(new SignedSource(sources.get(0), List.of(SECRET, FORMER)), PSEUDONYMS, clock);
    }

    @Test
    void believesWhoKnowsEitherSecret() {
        byte[] body = bytes("{}");

        assertThat(hook.isGenuine(claim(signed(SECRET, "{}", 0)), body)).isTrue();
        assertThat(hook.isGenuine(claim(signed(FORMER, "{}", 0)), body)).isTrue();
        assertThat(hook.isGenuine(claim(signed(new Secret("another"), "{}", 0)), body))
                .isFalse();
        assertThat(hook.isGenuine(claim(signed(SECRET, "{}", 0)), bytes("{ }"))).isFalse();
    }

    @Test
    void signsTheTimeToo() {
        Map<String, String> headers = signed(SECRET, "{}", 0);
        headers.put("X-At", Long.toString(clock.instant().getEpochSecond() + 1));

        assertThat(hook.isGenuine(claim(headers), bytes("{}"))).isFalse();
    }

    @Test
    void knowsNoClaimOfAnotherTimeOrForm() {
        assertThat(hook.claim(signed(SECRET, "{}", -301)::get)).isEmpty();
        assertThat(hook.claim(signed(SECRET, "{}", 301)::get)).isEmpty();
        assertThat(hook.claim(signed(SECRET, "{}", -300)::get)).isPresent();
        for (String form : List.of("", "sha256=", "sha256=zz", "00".repeat(32))) {
            Map<String, String> headers = signed(SECRET, "{}", 0);
            headers.put("X-Signature", form);
            assertThat(hook.claim(headers::get)).isEmpty();
        }
        Map<String, String> timeless = signed(SECRET, "{}", 0);
        timeless.remove("X-At");
        assertThat(hook.claim(timeless::get)).isEmpty();
    }

    @Test
    void takesOnlyWhatIsListedAndAPseudonymOfTheCustomer() {
        RawRecord record = records(
                        "{\"orders\": [{\"no\": 9007199254740993, \"changed\": \"2026-03-01T11:00:00Z\", \"total\": 12.340, \"buyer\": {\"id\": 7, \"mail\": \"anna@weber.example\"}, \"note\": \"call Anna\"}]}")
                .get(0);

        assertThat(record.getVendor()).isEqualTo("erp");
        assertThat(record.getId()).isEqualTo("erp/order/9007199254740993");
        assertThat(record.getOp()).isEqualTo(Op.UPSERT);
        assertThat(record.getVersion().getUpdatedAtMicros()).isEqualTo(1_772_362_800_000_000L);
        assertThat(text(record))
                .contains("\"no\":9007199254740993", "\"total\":12.340")
                .contains("\"customerKey\":\"" + PSEUDONYMS.of("erp", "7") + "\"")
                .doesNotContainIgnoringCase("anna");
    }

    @Test
    void tellsADeletionByItsOwnTime() {
        RawRecord record = records(
                        "{\"orders\": {\"no\": \"A1\", \"changed\": \"2026-03-01T11:00:00Z\", \"event\": \"gone\"}}")
                .get(0);

        assertThat(record.getOp()).isEqualTo(Op.DELETE);
        assertThat(record.getPayload()).isNull();
        assertThat(record.getVersion().getFeedRank()).isEqualTo(9);
        assertThat(record.getVersion().getUpdatedAtMicros()).isEqualTo(1_772_362_800_000_000L);
    }

    @Test
    void saysWhichValueIsMissingAndTakesNothingThen() {
        String good = "{\"no\": 1, \"changed\": \"2026-03-01T11:00:00Z\", \"total\": 1}";

        assertThat(read("{\"orders\": [" + good + ", {\"no\": 2}]}"))
                .isEqualTo(new Reading.Malformed(Topics.RAW_HOOK_EVENT, "/orders/1/changed", "is missing"));
        assertThat(read("{\"orders\": [{\"no\": 2, \"changed\": \"2026-03-01T11:00:00Z\", \"x\": 1}]}"))
                .isEqualTo(new Reading.Malformed(Topics.RAW_HOOK_EVENT, "/orders/0/total", "is missing"));
        assertThat(read("{}")).isEqualTo(new Reading.Malformed(Topics.RAW_HOOK_EVENT, "/orders", "is missing"));
        assertThat(read("{\"orders\": [" + good + "," + good + "," + good + "]}"))
                .isEqualTo(new Reading.Malformed(Topics.RAW_HOOK_EVENT, "/orders", "must list at most 2 records"));
        assertThat(read("{\"orders\": [1]}"))
                .isEqualTo(new Reading.Malformed(Topics.RAW_HOOK_EVENT, "/orders/0", "must be an object"));
        assertThat(read("{\"orders\": [\"anna@weber.example")).isInstanceOfSatisfying(Reading.Malformed.class, told -> {
            assertThat(told.rule()).startsWith("no JSON any more at byte").doesNotContain("anna");
        });
    }

    @Test
    void refusesATimeThatWouldOutrankEverything() {
        assertThat(read("{\"orders\": [{\"no\": 1, \"changed\": \"2026-03-03T12:00:00Z\"}]}"))
                .isEqualTo(new Reading.Malformed(
                        Topics.RAW_HOOK_EVENT, "/orders/0/changed", "must not be more than a day ahead of our clock"));
    }

    private List<RawRecord> records(String body) {
        return ((Reading.Several) read(body)).contents();
    }

    private Reading read(String body) {
        return hook.read(claim(signed(SECRET, body, 0)), bytes(body), clock.instant());
    }

    private Claim claim(Map<String, String> headers) {
        return hook.claim(headers::get).orElseThrow();
    }

    private Map<String, String> signed(Secret secret, String body, long secondsOff) {
        String at = Long.toString(clock.instant().getEpochSecond() + secondsOff);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("X-At", at);
        headers.put("X-Signature", "sha256=" + HexFormat.of().formatHex(hmac(secret, at + "." + body)));
        headers.put("X-Delivery", "d-1");
        return headers;
    }

    private static byte[] hmac(Secret secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(secret.reveal()), "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has it", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(RawRecord record) {
        return StandardCharsets.UTF_8.decode(record.getPayload().duplicate()).toString();
    }
}
