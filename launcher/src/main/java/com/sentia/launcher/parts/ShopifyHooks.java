package com.sentia.launcher.parts;

import com.sentia.launcher.home.Port;
import com.sentia.launcher.home.SecretFiles;
import java.nio.file.Path;

/** Where Shopify's webhooks go in a stack, and what they are signed with. */
public final class ShopifyHooks {
    /** Where they go on the gateway. */
    static final String PATH = "/v1/hooks/shopify";

    /** The name of the secret they are signed with. */
    static final String SECRET = "shopify-webhook-secret";

    private ShopifyHooks() {}

    /** The address that Shopify is told to send to. */
    public static String url(Stack stack) {
        return stack.ports().url(Port.WEBHOOKS) + PATH;
    }

    /** The file of the secret, made now if there is none. */
    public static Path secret(Stack stack) {
        return SecretFiles.generated(stack.home(), SECRET);
    }
}
