package com.sentia.launcher.parts;

import com.sentia.launcher.connect.ConnectorDescription;
import com.sentia.launcher.environment.Environment;
import com.sentia.launcher.environment.GivenSecrets;
import com.sentia.launcher.environment.OwnDatabase;
import com.sentia.launcher.home.Home;
import com.sentia.launcher.home.SecretFiles;
import com.sentia.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the secrets an operator gives where connectors and gateway look for them: in the home, readable by its owner alone. What is not
 * given any more is taken away.
 */
public final class VendorSecrets {
    /** What webhooks are signed with: the app's client secret. */
    public static final String SHOPIFY_WEBHOOKS = ShopifyHooks.SECRET;

    static final String SHOPIFY_CLIENT_SECRET = "shopify-client-secret";

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{secrets:[^:}]*:([^}]+)}");

    /** Made by the home where they are not given. */
    private static final Set<String> GENERATED =
            Set.of(ShopifyConnector.PSEUDONYM_KEY, WebhookGatewayPart.DEAD_LETTER_KEY);

    private final Environment environment;
    private final GivenSecrets given;
    private final Home home;
    private final EnvironmentConnectors connectors;

    /** @param connectors of the same environment and home */
    public VendorSecrets(Environment environment, GivenSecrets given, Home home, EnvironmentConnectors connectors) {
        this.environment = environment;
        this.given = given;
        this.home = home;
        this.connectors = connectors;
    }

    /**
     * A secret without which something can't run.
     *
     * @param connector which
     * @param name of the secret
     */
    public record Missing(String connector, String name) {}

    /** The token of one shop, where not all have the same. */
    static String tokenOf(String shop) {
        return ShopifyConnector.TOKEN + "." + shop;
    }

    /** Puts them there, and tells which are missing. */
    public List<Missing> place() throws IOException {
        Set<String> names = new TreeSet<>(GENERATED);
        names.addAll(List.of(ShopifyConnector.TOKEN, SHOPIFY_CLIENT_SECRET, SHOPIFY_WEBHOOKS, OwnDatabase.PASSWORD));
        environment.shops().forEach(shop -> names.add(tokenOf(shop)));
        names.addAll(given.files());
        connectors.describe().forEach(connector -> names.addAll(references(connector)));
        for (String name : names) {
            Optional<Secret> secret = given.find(name);
            if (secret.isPresent()) {
                SecretFiles.write(home, name, secret.get());
            } else if (!GENERATED.contains(name)) {
                Files.deleteIfExists(home.secrets().resolve(name));
            }
        }
        GENERATED.forEach(name -> made(home, name));
        return missing();
    }

    private List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        for (ConnectorDescription connector : connectors.describe()) {
            references(connector).stream()
                    .filter(name -> !Files.exists(home.secrets().resolve(name)))
                    .forEach(name -> missing.add(new Missing(connector.name(), name)));
        }
        if (environment.gateway().isPresent()
                && environment.runs(Environment.SHOPIFY)
                && !Files.exists(home.secrets().resolve(SHOPIFY_WEBHOOKS))) {
            missing.add(new Missing(PartNames.WEBHOOK_GATEWAY, SHOPIFY_WEBHOOKS));
        }
        return missing;
    }

    /** The secrets a connector's configuration names. */
    private static Set<String> references(ConnectorDescription connector) {
        Set<String> names = new TreeSet<>();
        for (String value : connector.configuration().values()) {
            Matcher matcher = REFERENCE.matcher(value);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    private static void made(Home home, String name) {
        Path unused = SecretFiles.generated(home, name);
    }
}
