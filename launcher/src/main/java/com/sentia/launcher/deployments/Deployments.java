package com.sentia.launcher.deployments;

import com.sentia.analytics.kpi.Kpi;
import com.sentia.launcher.LauncherException;
import com.sentia.launcher.home.Home;
import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The deployments of a home, a folder each: the launcher that runs the stack keeps a job for every one that has not ended,
 * and other commands change what is to be kept by writing here.
 */
public final class Deployments {
    private static final String FILE = "deployment.properties";
    private static final String CATALOGUE = "kpis.yaml";
    private static final String TROUBLE = "trouble";

    private final Path folder;

    public Deployments(Home home) {
        this.folder = home.state("deployments");
    }

    /** All that were ever begun, in order. */
    public List<Deployment> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(one -> Files.exists(one.resolve(FILE)))
                    .map(Deployments::read)
                    .sorted(Comparator.comparing(Deployment::number))
                    .toList();
        }
    }

    /** Those whose job is to run. */
    public List<Deployment> kept() throws IOException {
        return all().stream().filter(deployment -> !deployment.isEnded()).toList();
    }

    /** Where none was ever begun, begins the first: every KPI of the file, shown at once, as the version the file says. */
    public void beginFirst(Path catalogue, CatalogueReader reader) throws IOException {
        if (all().isEmpty()) {
            Map<String, Integer> versions =
                    reader.readFed(catalogue).kpis().stream().collect(Collectors.toMap(Kpi::name, Kpi::version));
            begin(1, catalogue, versions, Deployment.Phase.SHOWN);
        }
    }

    /** Begins one that publishes these versions; the launcher that runs the stack starts its job. */
    public Deployment begin(Path catalogue, Map<String, Integer> published) throws IOException {
        int last = all().stream().mapToInt(Deployment::number).max().orElse(1);
        return begin(last + 1, catalogue, published, Deployment.Phase.PENDING);
    }

    private Deployment begin(int number, Path catalogue, Map<String, Integer> published, Deployment.Phase phase)
            throws IOException {
        String name = Deployment.name(number);
        Path own = Files.createDirectories(folder.resolve(name)).resolve(CATALOGUE);
        Files.copy(catalogue, own, StandardCopyOption.REPLACE_EXISTING);
        Deployment deployment = new Deployment(name, own, published, phase, Optional.empty());
        write(deployment);
        return deployment;
    }

    public void write(Deployment deployment) throws IOException {
        String text = "published=" + deployment.publishedText() + "\nphase=" + deployment.phase() + "\nends-at="
                + deployment.endsAt().map(Instant::toString).orElse("") + "\n";
        Path file = folder.resolve(deployment.name()).resolve(FILE);
        Path fresh = Files.createTempFile(file.getParent(), FILE, ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Leaves word for other commands of why a deployment's job does not run; empty when it does. */
    public void tellTrouble(Deployment deployment, String trouble) throws IOException {
        Path file = folder.resolve(deployment.name()).resolve(TROUBLE);
        if (trouble.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.writeString(file, trouble + "\n");
        }
    }

    /** Why a deployment's job does not run; empty when nothing is known of that. */
    public String trouble(Deployment deployment) throws IOException {
        Path file = folder.resolve(deployment.name()).resolve(TROUBLE);
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    /** Held by the one command that changes what is deployed; the system lets go of it when that dies. */
    public FileChannel lock() throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isTaken(channel)) {
            channel.close();
            throw new LauncherException("another ./sentia kpi apply is at work on this home: wait for it, or end it");
        }
        return channel;
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException expected) {
            return false;
        }
    }

    private static Deployment read(Path folder) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new LauncherException("the deployment in " + folder + " can't be read: " + e.getMessage(), e);
        }
        Map<String, Integer> published = Arrays.stream(
                        properties.getProperty("published", "").split(",", -1))
                .filter(kpi -> !kpi.isEmpty())
                .map(kpi -> kpi.split("=", 2))
                .collect(Collectors.toMap(kpi -> kpi[0], kpi -> Integer.valueOf(kpi[1])));
        String ends = properties.getProperty("ends-at", "");
        return new Deployment(
                String.valueOf(folder.getFileName()),
                folder.resolve(CATALOGUE),
                published,
                Deployment.Phase.valueOf(properties.getProperty("phase")),
                ends.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(ends)));
    }
}
