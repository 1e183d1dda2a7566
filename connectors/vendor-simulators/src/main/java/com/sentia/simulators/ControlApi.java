package com.sentia.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sentia.simulators.clock.ClockMode;
import com.sentia.simulators.clock.VirtualClock;
import com.sentia.simulators.incidents.GroundTruth;
import com.sentia.simulators.shopify.Answer;
import com.sentia.simulators.shopify.BulkFault;
import com.sentia.simulators.shopify.Fault;
import com.sentia.simulators.shopify.FaultQueue;
import com.sentia.simulators.shopify.Shop;
import com.sentia.simulators.shopify.Shops;
import com.sentia.simulators.shopify.TokenFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of the server that no vendor has: it tells and changes how the simulation goes. */
final class ControlApi {
    private static final int MOST_FAULTS = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VirtualClock clock;
    private final FaultQueue faults;
    private final Shops shops;
    private final Status status;
    private final GroundTruth truth;
    private final Runnable recordSoon;

    ControlApi(
            VirtualClock clock, FaultQueue faults, Shops shops, Status status, GroundTruth truth, Runnable recordSoon) {
        this.clock = clock;
        this.faults = faults;
        this.shops = shops;
        this.status = status;
        this.truth = truth;
        this.recordSoon = recordSoon;
    }

    Answer answer(String method, String path, byte[] body) {
        return switch (method + " " + path) {
            case "GET /control/status" -> Answer.of(200, status.at(clock.now()));
            case "GET /control/entities" ->
                new Answer(200, shops.held(clock.now()).getBytes(StandardCharsets.UTF_8));
            case "GET /control/company/purchase-orders" ->
                new Answer(200, shops.purchaseOrders(clock.now()).getBytes(StandardCharsets.UTF_8));
            case "GET /control/incidents" -> new Answer(200, truth.json());
            case "GET /control/incident-lines" -> new Answer(200, truth.lines());
            case "POST /control/clock" -> clock(body);
            case "POST /control/faults" -> fault(body);
            case "POST /control/bulk" -> strangers(body);
            case "POST /control/hidden" -> hidden(body);
            case "POST /control/scopes" -> scopes(body);
            default -> refused(404, "no such control: " + method + " " + path);
        };
    }

    private Answer clock(byte[] body) {
        JsonNode json = json(body);
        Optional<ClockMode> mode = Arrays.stream(ClockMode.values())
                .filter(known -> known.name()
                        .toLowerCase(Locale.ROOT)
                        .equals(json.path("mode").asText()))
                .findFirst();
        double speed = json.path("speed").asDouble(clock.speed());
        if (mode.isEmpty() || !(speed > 0)) {
            return refused(400, "give mode, which is speed or drain, and a speed above 0");
        }
        clock.run(mode.get(), speed);
        recordSoon.run();
        return Answer.of(200, status.at(clock.now()));
    }

    private Answer fault(byte[] body) {
        JsonNode json = json(body);
        String shop = json.path("shop").asText();
        Optional<Fault> fault = Fault.named(json.path("kind").asText());
        Optional<BulkFault> bulkFault = BulkFault.named(json.path("kind").asText());
        Optional<TokenFault> tokenFault = TokenFault.named(json.path("kind").asText());
        int count = json.path("count").asInt(1);
        boolean known = Shop.ALL.stream().anyMatch(each -> each.domain().equals(shop));
        if (!known
                || (fault.isEmpty() && bulkFault.isEmpty() && tokenFault.isEmpty())
                || count < 1
                || count > MOST_FAULTS) {
            return refused(
                    400,
                    "give shop, one of its kinds ("
                            + Stream.of(Fault.names(), BulkFault.names(), TokenFault.names())
                                    .flatMap(List::stream)
                                    .collect(Collectors.joining(", "))
                            + ") as kind, and a count above 0");
        }
        fault.ifPresent(kind -> faults.order(shop, kind, count));
        bulkFault.ifPresent(kind -> shops.order(shop, kind, count));
        tokenFault.ifPresent(kind -> shops.tokenDesk().order(shop, kind, count));
        return Answer.of(200, Map.of("ordered", count));
    }

    private Answer strangers(byte[] body) {
        JsonNode json = json(body);
        shops.bulkStrangers(json.path("shop").asText(), json.path("strangers").asInt());
        return Answer.of(200, Map.of());
    }

    private Answer hidden(byte[] body) {
        JsonNode json = json(body);
        shops.hide(json.path("shop").asText(), json.path("orders").asInt());
        return Answer.of(200, Map.of());
    }

    private Answer scopes(byte[] body) {
        JsonNode json = json(body);
        Set<String> withheld = new TreeSet<>();
        json.path("withheld").forEach(scope -> withheld.add(scope.asText()));
        shops.withhold(json.path("shop").asText(), withheld);
        return Answer.of(200, Map.of());
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException expected) {
            return JSON.missingNode();
        }
    }

    private static Answer refused(int status, String problem) {
        return Answer.of(status, Map.of("error", problem));
    }
}
