package com.sentia.simulators.shopify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.normalized.ExecutableNormalizedOperation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers one shop's GraphQL requests and charges them to its bucket of query points. */
final class ShopApi {
    static final Map<Class<?>, ObjectType<?>> TYPES = Stream.<ObjectType<?>>of(
                    RootFields.root(),
                    RootFields.shop(),
                    RootFields.countOf(),
                    OrderFields.order(),
                    LineFields.lineItem(),
                    LineFields.shippingLine(),
                    LineFields.discount(),
                    RefundFields.refund(),
                    RefundFields.part(),
                    RefundFields.adjustment(),
                    RefundFields.refundShipping(),
                    TransactionFields.transaction(),
                    FulfillmentFields.order(),
                    FulfillmentFields.assigned(),
                    FulfillmentFields.dueLine(),
                    FulfillmentFields.fulfillment(),
                    FulfillmentFields.sentLine(),
                    CustomerFields.customer(),
                    CustomerFields.email(),
                    CustomerFields.phone(),
                    CustomerFields.mailingAddress(),
                    ProductFields.product(),
                    ProductFields.variant(),
                    MutationFields.root(),
                    MutationFields.userError(),
                    BulkFields.job(),
                    BulkFields.run(),
                    BulkFields.cancel(),
                    BulkFields.problem(),
                    EventFields.destroyed(),
                    SubscriptionFields.subscription(),
                    SubscriptionFields.created(),
                    SubscriptionFields.deleted(),
                    ItemFields.inventoryItem(),
                    LocationFields.location(),
                    LocationFields.address(),
                    LevelFields.level(),
                    LevelFields.quantity(),
                    LineFields.allocation(),
                    LineFields.percentage(),
                    AppFields.installation(),
                    AppFields.scope(),
                    Paging.connection(),
                    Paging.edge(),
                    Paging.pageInfo(),
                    Paging.money(),
                    Paging.bag())
            .collect(Collectors.toMap(ObjectType::source, Function.identity()));

    private final JsonFactory json = new ObjectMapper().getFactory();
    private final ValidatedQueries queries;
    private final QueryCost costs;
    private final PointsBucket bucket;

    ShopApi(ValidatedQueries queries, QueryCost costs, PointsBucket bucket) {
        this.queries = queries;
        this.costs = costs;
        this.bucket = bucket;
    }

    /** The answer to a request at a moment; the status is 200 whatever the query is like, as at Shopify. */
    Answer answer(GraphqlRequest request, Moment moment) {
        try {
            ExecutableNormalizedOperation operation =
                    queries.operation(request.query(), request.operationName(), request.variables());
            int requested = costs.requested(operation);
            if (!bucket.take(requested)) {
                return throttled(requested, bucket.status());
            }
            return charged(operation, requested, moment);
        } catch (QueryRefused refused) {
            return Answer.of(200, Map.of("errors", refused.errors()));
        }
    }

    /** The answer to a request there are not enough points for. */
    Answer throttled(int requested, PointsBucket.Status status) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("data", null);
        body.put(
                "errors",
                List.of(Map.of(
                        "message",
                        "Throttled",
                        "extensions",
                        Map.of("code", "THROTTLED", "documentation", "https://shopify.dev/api/usage/rate-limits"))));
        body.put("extensions", Map.of("cost", cost(requested, null, status)));
        return Answer.of(200, body);
    }

    PointsBucket.Status points() {
        return bucket.status();
    }

    PointsBucket.Usage usage() {
        return bucket.usage();
    }

    private Answer charged(ExecutableNormalizedOperation operation, int requested, Moment moment) {
        try {
            return executed(operation, requested, moment);
        } catch (QueryRefused refused) {
            bucket.giveBack(requested);
            throw refused;
        }
    }

    private Answer executed(ExecutableNormalizedOperation operation, int requested, Moment moment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            QueryExecution execution = new QueryExecution(TYPES, moment, out);
            out.writeStartObject();
            out.writeFieldName("data");
            execution.write(operation);
            int used = Math.min(requested, execution.cost());
            bucket.giveBack(requested - used);
            out.writeFieldName("extensions");
            out.writePOJO(Collections.singletonMap("cost", cost(requested, used, bucket.status())));
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(200, bytes.toByteArray());
    }

    private static Map<String, @Nullable Object> cost(
            int requested, @Nullable Integer actual, PointsBucket.Status status) {
        Map<String, @Nullable Object> cost = new LinkedHashMap<>();
        cost.put("requestedQueryCost", requested);
        cost.put("actualQueryCost", actual);
        cost.put("throttleStatus", Objects.requireNonNull(status));
        return cost;
    }
}
