package com.sentia.connectors.kit.contract;

import com.sentia.connectors.kit.SourceUnit;
import com.sentia.schemas.topics.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A connector with a vendor of its own that holds something to read, always the same for the same kind of subject; the contract closes it.
 */
public interface ConnectorUnderTest extends AutoCloseable {
    /** The connector's configuration in Connect, without a name; small steps, so that it can be stopped between many. */
    Map<String, String> config(ContractStack stack);

    /** Each feed it reads and the topic its records go to; of two units at least. */
    Map<SourceUnit, Topic> feeds();

    /** What can go wrong at the vendor and must not be seen in what is read, each once. */
    List<VendorFault> faults();

    /** Lets the unit that {@link #refusedUnit()} names be refused from now on. */
    void refuse();

    /** The unit that can be refused. */
    String refusedUnit();

    /** Lets the vendor count more records of the first unit than it gives, or no longer; false where vendors don't count. */
    boolean miscount(boolean more);

    /** Lets the vendor delete some records, and returns their keys when it has. */
    Set<String> delete();

    /** The same connector with tokens that rotate; empty where the vendor's do not. */
    Optional<Rotation> rotation();

    @Override
    void close() throws Exception;

    /**
     * Something that goes wrong at the vendor.
     *
     * @param name says what
     * @param config settings it needs besides
     * @param strike lets it happen with the next requests
     */
    record VendorFault(String name, Map<String, String> config, Runnable strike) {}

    /** Tokens that rotate. */
    interface Rotation {
        /** The settings instead of a permanent token; those with no text are taken away. */
        Map<String, String> config();

        /** Lets the next token be rotated and its answer lost. */
        void loseNextAnswer();

        /** How many tokens were given. */
        int given();

        /** How often none was, as what it was asked for with is no longer good. */
        int refused();

        /** Texts that stand in every token of the vendor's. */
        List<String> traces();
    }
}
