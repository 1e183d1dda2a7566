package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.SecretFiles;
import java.nio.file.Path;

/** Where Shopify's webhooks go in a stack, and what they are signed with. */
public final class ShopifyHooks {
    private ShopifyHooks() {}

    /** The address that Shopify is told to send to. */
    public static String url(Stack stack) {
        return stack.ports().url(Port.WEBHOOKS) + "/v1/hooks/shopify";
    }

    /** The file of the secret, made now if there is none. */
    public static Path secret(Stack stack) {
        return SecretFiles.generated(stack.home(), "shopify-webhook-secret");
    }
}
