package com.sentia.normalizer.mapping;

import com.sentia.normalizer.facts.Fact;
import com.sentia.normalizer.mapping.UnmappableException.Reason;
import com.sentia.schemas.Feed;
import com.sentia.schemas.Op;
import com.sentia.schemas.OrderLine;
import com.sentia.schemas.OrderShipping;
import com.sentia.schemas.OrderStatus;
import com.sentia.schemas.RawRecord;
import com.sentia.schemas.SalesOrder;
import com.sentia.schemas.SalesRefund;
import com.sentia.schemas.topics.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Shopify order as one SalesOrder and a SalesRefund for each of its refunds.
 *
 * <p>An order in which nothing was sold (no line with units, no shipping with a price, no discount) is no sale; its
 * refunds are refunds without order. A test order makes up nothing.
 *
 * <p>Customer segment and category stay null. Shopify knows a customer's number of orders and a line's product type only
 * as they are when asked, and neither changes the order's version: one version could be read with different contents.
 */
public final class ShopifyOrderMapper implements PayloadMapper {
    private static final String NO_CHANNEL = "unknown";

    private final Map<String, String> regions;

    /**
     * A mapper for some shops.
     *
     * @param regions the region of each shop; an order of another shop is refused
     */
    public ShopifyOrderMapper(Map<String, String> regions) {
        this.regions = Map.copyOf(regions);
    }

    @Override
    public List<Fact> map(RawRecord raw) throws UnmappableException {
        Payload payload = raw.getFeed() == Feed.WEBHOOK
                ? Payload.parse(raw.getPayload(), ShopifyRestOrder::polledShape)
                : Payload.parse(raw.getPayload());
        String orderId = payload.id("id", "Order");
        if (!raw.getId().substring(raw.getId().lastIndexOf('/') + 1).equals(orderId)) {
            throw payload.broken("id", "must be the id of the raw record");
        }
        if (payload.flag("test")) {
            return List.of();
        }
        Amounts amounts = Amounts.inCurrencyOf(payload, "currencyCode");
        SalesOrder order = order(raw, orderId, payload, amounts);
        boolean isSale = !order.getLines().isEmpty()
                || !order.getDiscounts().isEmpty()
                || order.getShipping().stream().anyMatch(charge -> charge.getAmountMicros() > 0);
        List<Fact> facts = new ArrayList<>();
        if (isSale) {
            facts.add(new Fact(Topics.SALES_ORDER, raw.getUnit() + "/" + orderId, order));
        }
        for (SalesRefund refund : new ShopifyRefundMapper(amounts).map(order, isSale, payload)) {
            facts.add(new Fact(Topics.SALES_REFUND, raw.getUnit() + "/" + refund.getRefundId(), refund));
        }
        return facts;
    }

    /** All its amounts are in the shop's currency, which the order names. */
    private SalesOrder order(RawRecord raw, String orderId, Payload payload, Amounts amounts)
            throws UnmappableException {
        @Nullable Instant cancelledAt = payload.instantOrNull("cancelledAt");
        @Nullable String channel = payload.textOrNull("sourceName");
        return SalesOrder.newBuilder()
                .setSource(raw.getVendor())
                .setUnit(raw.getUnit())
                .setOrderId(orderId)
                .setVersion(raw.getVersion())
                .setOp(Op.UPSERT)
                .setStatus(cancelledAt == null ? OrderStatus.PLACED : OrderStatus.CANCELLED)
                .setPlacedAt(payload.instant("processedAt"))
                .setUpdatedAt(payload.instant("updatedAt"))
                .setCancelledAt(cancelledAt)
                .setRegion(region(raw, payload))
                .setChannel(channel == null || channel.isBlank() ? NO_CHANNEL : channel)
                .setCurrency(amounts.currency())
                .setCustomerKey(payload.textOrNull("customerKey"))
                .setLines(lines(payload, amounts))
                .setDiscounts(new ShopifyDiscounts(amounts).of(payload))
                .setShipping(shipping(payload, amounts))
                .setTaxMicros(payload.has("totalTaxSet") ? amounts.shopMoney(payload, "totalTaxSet") : 0)
                .build();
    }

    private String region(RawRecord raw, Payload payload) throws UnmappableException {
        @Nullable String region = regions.get(raw.getUnit());
        if (region == null) {
            throw payload.broken(Reason.UNKNOWN_UNIT, "id", "the unit " + raw.getUnit() + " has no region");
        }
        return region;
    }

    private static List<OrderLine> lines(Payload payload, Amounts amounts) throws UnmappableException {
        List<OrderLine> lines = new ArrayList<>();
        for (Payload line : payload.objects("lineItems")) {
            long quantity = line.wholeNumber("quantity", 0);
            long unitPriceMicros = amounts.shopMoney(line, "originalUnitPriceSet");
            if (unitPriceMicros > 0 && quantity > Long.MAX_VALUE / unitPriceMicros) {
                throw line.broken("quantity", "must not make the line's amount overflow");
            }
            OrderLine goods = OrderLine.newBuilder()
                    .setLineId(line.id("id", "LineItem"))
                    .setSku(Skus.of(line))
                    .setTitle(line.textOrNull("title"))
                    .setQuantity(quantity)
                    .setUnitPriceMicros(unitPriceMicros)
                    .build();
            if (quantity > 0) {
                lines.add(goods);
            }
        }
        return lines;
    }

    private static List<OrderShipping> shipping(Payload payload, Amounts amounts) throws UnmappableException {
        List<OrderShipping> charges = new ArrayList<>();
        for (Payload charge : payload.objects("shippingLines")) {
            charges.add(OrderShipping.newBuilder()
                    .setShippingId(charge.id("id", "ShippingLine"))
                    .setAmountMicros(amounts.shopMoney(charge, "originalPriceSet"))
                    .build());
        }
        return charges;
    }
}
