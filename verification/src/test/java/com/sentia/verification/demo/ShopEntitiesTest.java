package com.sentia.verification.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopEntitiesTest {
    private static final String HELD = """
            kind,shop,id,sku,updated_at,figures
            order,uk,1,"",100,placed
            order,uk,2,"",200,cancelled
            order,uk,3,"",300,nothing sold
            refund,uk,7,"",200,
            product,uk,5,"A,""1""\",50,1250000
            customer,uk,,"",100,
            customer,uk,,"",100,
            location,uk,6101,"",0,active
            inventory-level,uk,5-6101,"A,""1""\",120,3/1/2/0
            inventory-level,uk,5-6103,"A,""1""\",120,closed
            """;
    private static final String TOLD = """
            insert into told values
            ('raw order', 'uk', '1', 100000000, ''),
            ('raw order', 'uk', '2', 200000000, ''),
            ('raw order', 'uk', '3', 300000000, ''),
            ('raw product', 'uk', '5', 50000000, ''),
            ('raw customer', 'uk', 'k1:x', 100000000, ''),
            ('raw customer', 'uk', 'k1:y', 100000000, ''),
            ('raw location', 'uk', '6101', 5, ''),
            ('raw inventory-level', 'uk', '5-6101', 120000000, ''),
            ('raw inventory-level', 'uk', '5-6103', 120000000, ''),
            ('sales order', 'uk', '1', 90000000, 'PLACED'),
            ('sales order', 'uk', '2', 200000000, 'CANCELLED'),
            ('sales refund', 'uk', '7', 200000000, ''),
            ('catalog product', 'uk', 'A,"1"', 50000000, '1250000'),
            ('stock', 'uk', '6101/A,"1"', 110000000, '9/9/0/0'),
            ('stock', 'uk', '6101/A,"1"', 120000000, '3/1/2/0'),
            ('stock', 'uk', '6101/GONE', 120000000, 'not kept')
            """;

    @TempDir
    private Path folder;

    @Test
    void holdsWhenTheTopicsTellEachEntityAsItStands() throws IOException {
        assertThat(compared(TOLD))
                .extracting(Goal::goal, Goal::met)
                .containsExactly(
                        tuple("catalog product as the shops hold it, 1", true),
                        tuple("raw customer as the shops hold it, 2", true),
                        tuple("raw inventory-level as the shops hold it, 2", true),
                        tuple("raw location as the shops hold it, 1", true),
                        tuple("raw order as the shops hold it, 3", true),
                        tuple("raw product as the shops hold it, 1", true),
                        tuple("sales order as the shops hold it, 2", true),
                        tuple("sales refund as the shops hold it, 1", true),
                        tuple("stock as the shops hold it, 1", true));
    }

    @Test
    void seesAnOrderInAnOlderVersion() throws IOException {
        assertThat(notMet(TOLD.replace("'2', 200000000, '')", "'2', 199000000, '')")))
                .containsExactly("raw order as the shops hold it, 3: 0 missing, 0 that are no more,"
                        + " 1 in another version; the first: otherwise uk 2");
    }

    @Test
    void seesStockThatStandsOtherwise() throws IOException {
        assertThat(notMet(TOLD.replace("3/1/2/0", "3/2/1/0")))
                .containsExactly("stock as the shops hold it, 1: 0 missing, 0 that are no more,"
                        + " 1 in another version; the first: otherwise uk 6101/A,\"1\" 3/1/2/0 is 3/2/1/0");
    }

    @Test
    void seesWhatIsMissingAndWhatIsNoMore() throws IOException {
        assertThat(notMet(TOLD.replace("'k1:y', 100000000", "'k1:y', 101000000")
                        .replace("('sales refund', 'uk', '7'", "('sales refund', 'uk', '8'")))
                .containsExactly(
                        "raw customer as the shops hold it, 2: 1 missing, 1 that are no more,"
                                + " 0 in another version; the first: extra uk 101#1",
                        "sales refund as the shops hold it, 1: 1 missing, 1 that are no more,"
                                + " 0 in another version; the first: extra uk 8");
    }

    private List<String> notMet(String told) throws IOException {
        return compared(told).stream()
                .filter(goal -> !goal.met())
                .map(goal -> goal.goal() + ": " + goal.seen())
                .toList();
    }

    private List<Goal> compared(String told) throws IOException {
        Path held = Files.writeString(folder.resolve("held.csv"), HELD);
        try (Workbench workbench = Workbench.in(folder)) {
            workbench.execute(ShopEntities.TOLD);
            workbench.execute(told);
            return ShopEntities.compared(workbench, held);
        }
    }
}
