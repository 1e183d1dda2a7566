package com.sentia.normalizer;

import com.sentia.hooks.HookSource;
import com.sentia.hooks.HookSources;
import com.sentia.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the normalizer must be told.
 *
 * @param registry base address of the schema registry's Confluent API
 * @param stateFolder where the stores lie; emptying it costs a restore from the broker, no data
 * @param threads that share the partitions
 * @param currency that products are priced in, where a vendor names none
 * @param regions region of each unit
 * @param declared sources that have no connector, as the gateway knows them
 */
public record NormalizerSettings(
        String bootstrapServers,
        URI registry,
        Path stateFolder,
        int healthPort,
        int threads,
        String currency,
        Map<String, String> regions,
        List<HookSource> declared) {
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_THREADS = 64;

    public NormalizerSettings {
        regions = Map.copyOf(regions);
        declared = List.copyOf(declared);
    }

    /** Reads and checks them; throws one exception that names every problem. */
    public static NormalizerSettings from(Settings settings) {
        NormalizerSettings read = new NormalizerSettings(
                settings.text("kafka.bootstrap.servers"),
                settings.uri("registry.url"),
                settings.path("state.dir"),
                settings.integer("health.port", 1, HIGHEST_PORT, 8084),
                settings.integer("stream.threads", 1, MOST_THREADS, 1),
                currency(settings),
                regions(settings),
                HookSources.from(settings));
        settings.finish();
        return read;
    }

    private static String currency(Settings settings) {
        String code = settings.text("business.currency", "GBP");
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        if (!known) {
            settings.reject("business.currency", "'" + code + "' must be an ISO 4217 code such as GBP");
        }
        return code;
    }

    private static Map<String, String> regions(Settings settings) {
        Map<String, String> regions = new TreeMap<>();
        for (String entry : settings.list("regions", List.of())) {
            int equals = entry.indexOf('=');
            String unit = entry.substring(0, Math.max(equals, 0)).strip();
            String region = entry.substring(equals + 1).strip();
            if (unit.isEmpty() || region.isEmpty()) {
                settings.reject("regions", "'" + entry + "' must be unit=region");
            } else if (regions.put(unit, region) != null) {
                settings.reject("regions", "unit " + unit + " stands there twice");
            }
        }
        if (regions.isEmpty()) {
            settings.reject("regions", "missing; it must list unit=region for every unit");
        }
        return regions;
    }
}
