package com.sentia.launcher.registry;

import com.sentia.launcher.http.Http;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ids of schemas safe: copies the registry after each registration, compares it with the copy at each start,
 * restores what is missing under the same ids. A lost id would make every record written with it unreadable.
 */
public final class RegistryKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryKeeper.class);

    private final String url;
    private final RegistryBackup backup;
    private final Path store;
    private final Clock clock;

    /**
     * @param url the registry's root address
     * @param backupFolder takes the copy
     * @param store the file the registry keeps its schemas in
     */
    public RegistryKeeper(String url, Path backupFolder, Path store, Clock clock) {
        this.url = url;
        this.backup = new RegistryBackup(backupFolder);
        this.store = store;
        this.clock = clock;
    }

    /**
     * To be called when the registry answers after a start.
     *
     * @throws LostSchemasException when ids are missing among others that are there; the store has been put aside, so that
     *     the next start begins empty and is filled from the copy
     */
    public synchronized void verify() throws IOException {
        RegistryContents wanted = backup.contents();
        RegistryContents found = RegistryContents.read(confluent());
        if (found.holdsAllOf(wanted)) {
            return;
        }
        if (!found.isEmpty()) {
            putStoreAside();
            throw new LostSchemasException("schemas of the registry were lost: it is filled again from its copy");
        }
        Http.post(
                url + "/apis/registry/v2/admin/import", "application/zip", BodyPublishers.ofFile(backup.exportFile()));
        RegistryContents restored = RegistryContents.read(confluent());
        if (!restored.holdsAllOf(wanted)) {
            throw new LostSchemasException("the registry's copy in " + backup.exportFile() + " could not be restored");
        }
        LOG.warn(
                "registry restored from its copy schemas={}", restored.schemas().size());
    }

    /** Copies the registry if anything was registered since the last copy; one that has lost something is never copied. */
    public synchronized void copyIfChanged() throws IOException {
        RegistryContents found = RegistryContents.read(confluent());
        RegistryContents copied = backup.contents();
        if (found.holdsAllOf(copied) && !found.equals(copied)) {
            backup.save(found, Http.bytes(url + "/apis/registry/v2/admin/export"));
            LOG.info("registry copied schemas={}", found.schemas().size());
        }
    }

    /** Puts a store aside that the registry can't start with, if a copy exists to fill a new one from. */
    public void putBrokenStoreAside() throws IOException {
        if (!backup.contents().isEmpty()) {
            putStoreAside();
        }
    }

    private void putStoreAside() throws IOException {
        if (Files.exists(store)) {
            Path aside = store.resolveSibling(store.getFileName() + ".aside-" + clock.millis());
            Files.move(store, aside);
            LOG.warn("registry store put aside file={}", aside);
        }
    }

    private String confluent() {
        return url + "/apis/ccompat/v7";
    }
}
