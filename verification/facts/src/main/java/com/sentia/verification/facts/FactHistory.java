package com.sentia.verification.facts;

import com.sentia.schemas.topics.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Some days of a small manufacturer as versions of canonical facts, in the order they arrive: the raw material of tests.
 *
 * <p>All of it follows from the seed. The facts agree with each other: what is shipped was ordered and lay on the shelf,
 * stock is what came less what went, payments are those of invoices. Things are edited, cancelled and deleted on the
 * way; the order of arrival is that of polls and webhooks, so some versions come twice and some after newer ones.
 */
public final class FactHistory {
    private static final Comparator<Arrival> BY_ARRIVAL = Comparator.comparing(Arrival::arrivedAt);

    private final List<Arrival> arrivals;

    private FactHistory(List<Arrival> arrivals) {
        this.arrivals = List.copyOf(arrivals);
    }

    public static FactHistory of(long seed, int days) {
        return of(FactSettings.of(seed, days));
    }

    public static FactHistory of(FactSettings settings) {
        return new FactHistory(new Simulation(settings).run());
    }

    /** Every version of every fact, in the order of arrival. */
    public List<Arrival> arrivals() {
        return arrivals;
    }

    public List<Arrival> arrivals(Topic topic) {
        return arrivals.stream()
                .filter(arrival -> arrival.topic().equals(topic))
                .toList();
    }

    /** What is true in the end, by key: of each the highest version, without what was deleted. */
    public Map<String, SpecificRecord> current(Topic topic) {
        Map<String, SpecificRecord> highest = new TreeMap<>();
        arrivals(topic)
                .forEach(arrival -> highest.merge(
                        arrival.key(),
                        arrival.fact(),
                        (one, other) ->
                                Versions.ORDER.compare(Versions.of(other), Versions.of(one)) > 0 ? other : one));
        highest.values().removeIf(Versions::isDeleted);
        return highest;
    }

    /** The same versions in another order, some of them twice; what is true in the end stays as it is. */
    public FactHistory disordered(Disorder disorder) {
        Chance chance = new Chance(disorder.seed(), "disorder");
        List<Arrival> moved = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            moved.add(delayed(arrival, disorder, chance));
            if (chance.in(disorder.duplicatePercent())) {
                moved.add(delayed(arrival, disorder, chance));
            }
        }
        moved.sort(BY_ARRIVAL);
        return new FactHistory(moved);
    }

    /** The same with one faulty fact more for each fault. */
    public FactHistory with(Fault... faults) {
        Map<Topic, Arrival> sound = new HashMap<>();
        arrivals.stream()
                .filter(arrival -> !Versions.isDeleted(arrival.fact()))
                .forEach(arrival -> sound.put(arrival.topic(), arrival));
        List<Arrival> all = new ArrayList<>(arrivals);
        for (Fault fault : faults) {
            Arrival model = sound.get(fault.topic());
            if (model == null) {
                throw new IllegalArgumentException(fault + " needs a longer history: nothing on "
                        + fault.topic().name());
            }
            all.add(fault.after(model));
        }
        all.sort(BY_ARRIVAL);
        return new FactHistory(all);
    }

    private static Arrival delayed(Arrival arrival, Disorder disorder, Chance chance) {
        return new Arrival(
                arrival.topic(),
                arrival.key(),
                arrival.fact(),
                arrival.arrivedAt().plus(disorder.delay(chance)));
    }
}
