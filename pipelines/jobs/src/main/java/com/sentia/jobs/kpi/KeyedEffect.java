package com.sentia.jobs.kpi;

import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * What a version changed of what several entities share, such as a customer or an article.
 *
 * @param key of what they share: pseudonymous for a customer, the SKU for an article
 * @param effect the change, with what is known of that alone
 */
@TypeInfo(KeyedEffectSerializer.Factory.class)
public record KeyedEffect(String key, VersionEffect effect) {}
