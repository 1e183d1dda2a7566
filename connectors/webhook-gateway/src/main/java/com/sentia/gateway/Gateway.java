package com.sentia.gateway;

import com.sentia.connectors.kit.BodySeal;
import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.gateway.declared.DeclaredHook;
import com.sentia.gateway.delivery.DeadLetters;
import com.sentia.gateway.delivery.Delivery;
import com.sentia.gateway.delivery.Readiness;
import com.sentia.gateway.hook.HmacSignatures;
import com.sentia.gateway.hook.VendorHook;
import com.sentia.gateway.http.GatewayHttp;
import com.sentia.gateway.shopify.ShopifyHook;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The running gateway: an HTTP server before a producer. */
public final class Gateway implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;

    private final GatewayHttp http;
    private final Readiness readiness;
    private final Delivery delivery;
    private final HmacSignatures shopifySignatures;

    private Gateway(GatewayHttp http, Readiness readiness, Delivery delivery, HmacSignatures shopifySignatures) {
        this.http = http;
        this.readiness = readiness;
        this.delivery = delivery;
        this.shopifySignatures = shopifySignatures;
    }

    /** Listens at once; Kafka and registry may come later, and until then webhooks are asked to come again. */
    public static Future<Gateway> start(GatewaySettings settings, Clock clock) {
        PersonalDataSettings personal = settings.personalData();
        HmacSignatures signatures = new HmacSignatures(settings.shopify().secrets());
        Pseudonyms pseudonyms = new Pseudonyms(personal.pseudonymKeyId(), personal.pseudonymKey());
        List<VendorHook> hooks = new ArrayList<>();
        hooks.add(new ShopifyHook(settings.shopify(), signatures, pseudonyms));
        settings.declared().sources().forEach(signed -> hooks.add(new DeclaredHook(signed, pseudonyms, clock)));
        DeadLetters deadLetters = new DeadLetters(new BodySeal(personal.deadLetterKeyId(), personal.deadLetterKey()));
        Delivery delivery = Delivery.open(settings.delivery());
        List<Topic> topics = new ArrayList<>(ShopifyHook.topics());
        if (!settings.declared().sources().isEmpty()) {
            topics.add(Topics.RAW_HOOK_EVENT);
        }
        Readiness readiness = Readiness.watch(delivery, topics, settings.delivery());
        GatewayHttp.Parts parts =
                new GatewayHttp.Parts(hooks, delivery, deadLetters, readiness::isReady, meters(signatures), clock);
        return GatewayHttp.start(settings.http(), settings.limits(), parts)
                .map(http -> new Gateway(http, readiness, delivery, signatures))
                .onFailure(failure -> {
                    readiness.close();
                    delivery.close();
                });
    }

    /** The port listened on: the one that was set, or a free one when 0 was. */
    public int port() {
        return http.port();
    }

    /** Whether Kafka and registry can be used. */
    public boolean isReady() {
        return readiness.isReady();
    }

    /** How many hashes Shopify's webhooks have cost so far. */
    public long shopifyHashes() {
        return shopifySignatures.hashes();
    }

    /** Takes nothing more, sends what was taken, ends the threads. */
    @Override
    public void close() {
        http.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(expected -> null)
                .join();
        readiness.close();
        delivery.close();
    }

    private static PrometheusMeterRegistry meters(HmacSignatures shopify) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        FunctionCounter.builder("gateway.hashes", shopify, HmacSignatures::hashes)
                .description("Signatures computed, good and bad")
                .tag("vendor", "shopify")
                .register(meters);
        return meters;
    }
}
