package com.sentia.simulators;

import com.sentia.simulators.clock.ServedLines;
import com.sentia.simulators.clock.VirtualClock;
import com.sentia.simulators.operations.FactoryWriter;
import com.sentia.simulators.retail.RetailHistory;
import com.sentia.simulators.shopify.Shops;
import com.sentia.simulators.webhooks.WebhookSender;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What {@code GET /control/status} tells. */
final class Status {
    private final RetailHistory history;
    private final VirtualClock clock;
    private final ServedLines served;
    private final Shops shops;
    private final long start;
    private final long end;
    private final Optional<WebhookSender> webhooks;
    private final Optional<FactoryWriter> factory;

    Status(
            RetailHistory history,
            VirtualClock clock,
            ServedLines served,
            Shops shops,
            long start,
            long end,
            Optional<WebhookSender> webhooks,
            Optional<FactoryWriter> factory) {
        this.history = history;
        this.clock = clock;
        this.served = served;
        this.shops = shops;
        this.start = start;
        this.end = end;
        this.webhooks = webhooks;
        this.factory = factory;
    }

    Map<String, Object> at(long now) {
        Map<String, Integer> rejected = new LinkedHashMap<>();
        history.linesRejected().forEach((reason, lines) -> rejected.put(reason.reason(), lines));
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("mode", clock.mode().name().toLowerCase(Locale.ROOT));
        status.put("speed", clock.speed());
        status.put("virtualNow", Instant.ofEpochMilli(now).toString());
        status.put("virtualStart", Instant.ofEpochSecond(start).toString());
        status.put("fileEnd", Instant.ofEpochSecond(history.end()).toString());
        status.put("virtualEnd", Instant.ofEpochSecond(end).toString());
        status.put("shiftWeeks", history.shift().weeks());
        status.put("linesTotal", history.linesTotal());
        status.put("linesAccepted", history.linesAccepted());
        status.put("linesRejected", rejected);
        status.put("linesServed", served.count());
        status.put("orders", history.orders().size());
        status.put("caughtUp", shops.caughtUp(now));
        status.put("points", shops.pointsUsed());
        status.put("halted", clock.isHalted());
        status.put("ended", clock.hasEnded());
        status.put("tokens", shops.tokenDesk().counts());
        webhooks.ifPresent(sender -> status.put("webhooks", sender.counts()));
        factory.ifPresent(
                writer -> status.put("factoryWrittenTo", writer.writtenTo().toString()));
        return status;
    }
}
