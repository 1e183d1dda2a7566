package com.sentia.simulators.shopify;

import java.util.List;

/** The fields of the mutation root. */
final class MutationFields {
    /** The object that a mutation's top-level fields belong to. */
    enum Root {
        MUTATION
    }

    /** Why a mutation changed nothing. */
    record UserError(List<String> field, String message) {}

    private MutationFields() {}

    static ObjectType<Root> root() {
        return ObjectType.of(Root.class, "Mutation")
                .with("bulkOperationRunQuery", (root, arguments, moment) -> BulkFields.run(arguments, moment))
                .with("bulkOperationCancel", (root, arguments, moment) -> BulkFields.cancel(arguments, moment))
                .with(
                        "webhookSubscriptionCreate",
                        (root, arguments, moment) -> SubscriptionFields.create(arguments, moment))
                .with(
                        "webhookSubscriptionDelete",
                        (root, arguments, moment) -> SubscriptionFields.delete(arguments, moment));
    }

    static ObjectType<UserError> userError() {
        return ObjectType.of(UserError.class, "UserError")
                .with("field", UserError::field)
                .with("message", UserError::message);
    }
}
