package com.sentia.gateway;

import com.sentia.gateway.declared.DeclaredHookSettings;
import com.sentia.gateway.delivery.DeliverySettings;
import com.sentia.gateway.http.HttpSettings;
import com.sentia.gateway.limits.LimitSettings;
import com.sentia.gateway.shopify.ShopifyHook;
import com.sentia.gateway.shopify.ShopifyHookSettings;
import com.sentia.settings.Settings;
import java.util.Set;

/** All that the gateway must be told. */
public record GatewaySettings(
        HttpSettings http,
        LimitSettings limits,
        DeliverySettings delivery,
        ShopifyHookSettings shopify,
        DeclaredHookSettings declared,
        PersonalDataSettings personalData) {
    /** Reads every key and throws once with all that is wrong. */
    public static GatewaySettings from(Settings settings) {
        GatewaySettings read = new GatewaySettings(
                HttpSettings.from(settings),
                LimitSettings.from(settings),
                DeliverySettings.from(settings),
                ShopifyHookSettings.from(settings),
                DeclaredHookSettings.from(settings, Set.of(ShopifyHook.NAME)),
                PersonalDataSettings.from(settings));
        settings.finish();
        return read;
    }
}
