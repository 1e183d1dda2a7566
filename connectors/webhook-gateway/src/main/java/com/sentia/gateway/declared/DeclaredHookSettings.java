package com.sentia.gateway.declared;

import com.sentia.hooks.HookSource;
import com.sentia.hooks.HookSources;
import com.sentia.settings.Secret;
import com.sentia.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The declared sources.
 *
 * @param sources each has a hook of its own
 */
public record DeclaredHookSettings(List<SignedSource> sources) {
    private static final String SECRETS = "hooks.secrets-dir";
    private static final int SHORTEST = 16;

    public DeclaredHookSettings {
        sources = List.copyOf(sources);
    }

    /**
     * Reads {@code hooks.dir} and {@code hooks.secrets-dir}, and the secrets the declarations name in the latter.
     *
     * @param taken names of the hooks there are anyhow
     */
    public static DeclaredHookSettings from(Settings settings, Set<String> taken) {
        List<HookSource> declared = HookSources.from(settings);
        Optional<Path> folder = settings.optionalPath(SECRETS);
        if (folder.isEmpty() && !declared.isEmpty()) {
            settings.reject(SECRETS, "missing; it must be the folder of the declared sources' secrets");
        }
        List<SignedSource> signed = new ArrayList<>();
        for (HookSource source : declared) {
            if (taken.contains(source.name())) {
                settings.reject(HookSources.FOLDER, source.name() + ".yaml: a vendor's hook is called so already");
            }
            signed.add(new SignedSource(
                    source,
                    folder.map(known -> secrets(settings, known, source)).orElse(List.of())));
        }
        return new DeclaredHookSettings(signed);
    }

    /** The former one's file may be missing, the present one's may not. */
    private static List<Secret> secrets(Settings settings, Path folder, HookSource source) {
        List<Secret> secrets = new ArrayList<>();
        read(settings, folder.resolve(source.signature().secretFile()), secrets);
        Path former = folder.resolve(source.signature().formerSecretFile());
        if (Files.exists(former)) {
            read(settings, former, secrets);
        }
        return secrets;
    }

    private static void read(Settings settings, Path file, List<Secret> secrets) {
        try {
            Secret secret = new Secret(Files.readString(file).strip());
            if (secret.reveal().length() < SHORTEST) {
                settings.reject(SECRETS, file + " must hold at least " + SHORTEST + " characters");
            }
            secrets.add(secret);
        } catch (IOException e) {
            settings.reject(SECRETS, file + " can't be read: " + e.getMessage());
        }
    }
}
