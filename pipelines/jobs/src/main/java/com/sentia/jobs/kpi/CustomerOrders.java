package com.sentia.jobs.kpi;

import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What a version changed of one customer's orders.
 *
 * @param customer pseudonymous key
 * @param effect of each order the fact that it makes should it be the customer's first
 */
@TypeInfo(CustomerOrdersSerializer.Factory.class)
public record CustomerOrders(String customer, VersionEffect effect) {}
