package com.sentia.launcher.parts;

import com.sentia.connectors.kit.Pseudonyms;
import com.sentia.launcher.LauncherException;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key that customers' pseudonyms in a stack are made with. */
public final class CustomerKeys {
    private CustomerKeys() {}

    /** The pseudonyms that connectors and gateway write. */
    public static Pseudonyms of(Stack stack) {
        Path file = stack.home().secrets().resolve(ShopifyConnector.PSEUDONYM_KEY);
        try {
            return new Pseudonyms(
                    ShopifyConnector.PSEUDONYM_KEY_ID,
                    new Secret(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new LauncherException("the pseudonyms' key " + file + " can't be read: " + e.getMessage(), e);
        }
    }
}
