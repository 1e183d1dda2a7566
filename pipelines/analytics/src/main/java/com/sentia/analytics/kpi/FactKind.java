package com.sentia.analytics.kpi;

import static com.sentia.analytics.kpi.Attribute.CATEGORY;
import static com.sentia.analytics.kpi.Attribute.CHANNEL;
import static com.sentia.analytics.kpi.Attribute.CURRENCY;
import static com.sentia.analytics.kpi.Attribute.CUSTOMER;
import static com.sentia.analytics.kpi.Attribute.DEFECT;
import static com.sentia.analytics.kpi.Attribute.FAILURE;
import static com.sentia.analytics.kpi.Attribute.KIND;
import static com.sentia.analytics.kpi.Attribute.LINE;
import static com.sentia.analytics.kpi.Attribute.OPERATION;
import static com.sentia.analytics.kpi.Attribute.REGION;
import static com.sentia.analytics.kpi.Attribute.SEGMENT;
import static com.sentia.analytics.kpi.Attribute.SKU;
import static com.sentia.analytics.kpi.Attribute.SOURCE;
import static com.sentia.analytics.kpi.Attribute.STATE;
import static com.sentia.analytics.kpi.Attribute.SUPPLIER;
import static com.sentia.analytics.kpi.Attribute.WAREHOUSE;
import static com.sentia.analytics.kpi.Figure.AMOUNT;
import static com.sentia.analytics.kpi.Figure.AVAILABLE;
import static com.sentia.analytics.kpi.Figure.AVAILABLE_TIME;
import static com.sentia.analytics.kpi.Figure.DURATION;
import static com.sentia.analytics.kpi.Figure.FIRST_PASS;
import static com.sentia.analytics.kpi.Figure.IDEAL_TIME;
import static com.sentia.analytics.kpi.Figure.INCOMING;
import static com.sentia.analytics.kpi.Figure.MINUTES;
import static com.sentia.analytics.kpi.Figure.MINUTES_SQUARED;
import static com.sentia.analytics.kpi.Figure.NEGATIVE;
import static com.sentia.analytics.kpi.Figure.ON_HAND;
import static com.sentia.analytics.kpi.Figure.OUT;
import static com.sentia.analytics.kpi.Figure.PLANNED_TIME;
import static com.sentia.analytics.kpi.Figure.REQUESTED;
import static com.sentia.analytics.kpi.Figure.REWORKED;
import static com.sentia.analytics.kpi.Figure.SCRAPPED;
import static com.sentia.analytics.kpi.Figure.STOCKED;
import static com.sentia.analytics.kpi.Figure.UNITS;
import static com.sentia.analytics.kpi.Figure.UNITS_SQUARED;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a fact is about, and what facts of the kind carry; a measure takes facts of one kind. Attributes and figures are
 * part of the format of state: new ones are added at the end.
 */
public enum FactKind {
    /** One line of goods sold, when its order was placed. */
    GOODS(List.of("SalesOrder"), List.of(SOURCE, REGION, SKU, CHANNEL, CATEGORY, SEGMENT), List.of(UNITS, AMOUNT)),
    /** One discount, of an order when it was placed or granted after it. */
    DISCOUNT(List.of("SalesOrder", "SalesRefund"), List.of(SOURCE, REGION, CHANNEL, SEGMENT), List.of(AMOUNT)),
    /** Units of one line taken or paid back, when they were. */
    RETURN(List.of("SalesRefund"), List.of(SOURCE, REGION, SKU, CHANNEL, CATEGORY, SEGMENT), List.of(UNITS, AMOUNT)),
    /** An order as a whole, when it was placed; its amount is that of its goods less discounts. */
    ORDER(List.of("SalesOrder"), List.of(SOURCE, REGION, CUSTOMER, CHANNEL, SEGMENT), List.of(AMOUNT)),
    /** An order placed, whatever became of it; its state is {@code placed} or {@code cancelled}. */
    PLACEMENT(List.of("SalesOrder"), List.of(SOURCE, REGION, CHANNEL, STATE), List.of()),
    /** A refund with lines, when it was paid back. */
    REFUND(List.of("SalesRefund"), List.of(SOURCE, REGION, CHANNEL, SEGMENT), List.of(AMOUNT)),
    /** One line sent out, or taken back into stock (less than nothing), at cost; its state is {@code costed} or {@code uncosted}. */
    COST(List.of("FulfilmentShipment"), List.of(SOURCE, REGION, SKU, CHANNEL, CATEGORY, STATE), List.of(UNITS, AMOUNT)),
    /** Carriage of a consignment, when it was sent. */
    CARRIAGE(List.of("FulfilmentShipment"), List.of(SOURCE, REGION, CHANNEL, WAREHOUSE), List.of(AMOUNT)),
    /** A first consignment sent out, and how long after the order. */
    DISPATCH(List.of("FulfilmentShipment"), List.of(SOURCE, REGION, CHANNEL, WAREHOUSE), List.of(DURATION)),
    /** A promise to send by an instant, at that instant; its state is {@code kept} or {@code missed}. */
    SHIP_PROMISE(List.of("FulfilmentShipment"), List.of(SOURCE, REGION, CHANNEL, WAREHOUSE, STATE), List.of()),
    /**
     * A promise to deliver by an instant, at that instant; its state is {@code missed}, {@code kept} (in time and full), or
     * {@code perfect} (without damage or complaint besides).
     */
    DELIVERY_PROMISE(List.of("FulfilmentShipment"), List.of(SOURCE, REGION, CHANNEL, WAREHOUSE, STATE), List.of()),
    /** A line asked for, when its order was placed, and what of it the first consignment brought; its kind {@code first} or {@code backorder}. */
    REQUEST(
            List.of("FulfilmentShipment"),
            List.of(SOURCE, REGION, WAREHOUSE, CATEGORY, KIND),
            List.of(REQUESTED, UNITS)),
    /** Money moved, when it was; its kind says what for, its state is {@code in} or {@code out}. */
    PAYMENT(List.of("FinancePayment"), List.of(SOURCE, REGION, CHANNEL, CURRENCY, KIND, STATE), List.of(AMOUNT)),
    /** A line of an invoice to a customer, when it was issued; a credit is less than nothing. Its kind is the class of account. */
    INVOICE_LINE(List.of("FinanceInvoice"), List.of(SOURCE, REGION, CHANNEL, KIND), List.of(UNITS, AMOUNT)),
    /** An invoice issued, with tax; a credit is less than nothing. Its kind is {@code sale} or {@code purchase}, its state {@code credit} or {@code cash}. */
    INVOICE(List.of("FinanceInvoice"), List.of(SOURCE, REGION, CHANNEL, SUPPLIER, KIND, STATE), List.of(AMOUNT)),
    /** A sale on credit paid, when it was, and how long after its issue. */
    SETTLEMENT(List.of("FinanceInvoice"), List.of(SOURCE, REGION), List.of(DURATION)),
    /** What an account moved by in a period, at its start; its kind is the class of account, its state {@code actual} or {@code budget}. */
    MOVEMENT(List.of("FinanceBalance"), List.of(SOURCE, KIND, STATE), List.of(AMOUNT)),
    /** A line of an order placed with a supplier, when it was placed. */
    PURCHASE(List.of("PurchaseOrder"), List.of(SUPPLIER, WAREHOUSE, CATEGORY), List.of(UNITS, AMOUNT)),
    /** Units that came from a supplier, when they came; of those requested some were taken in. */
    RECEIPT(List.of("PurchaseOrder"), List.of(SUPPLIER, WAREHOUSE), List.of(REQUESTED, UNITS)),
    /** An order complete, and how long it took the supplier. */
    SUPPLY(List.of("PurchaseOrder"), List.of(SUPPLIER, WAREHOUSE), List.of(DURATION)),
    /** A supplier's promise, at its instant; its state is {@code kept} or {@code missed}. */
    SUPPLY_PROMISE(List.of("PurchaseOrder"), List.of(SUPPLIER, WAREHOUSE, STATE), List.of()),
    /** A run of production that has ended; its state is {@code last} for the last operation of its lot, else {@code earlier}. */
    RUN(
            List.of("ProductionRun"),
            List.of(LINE, CATEGORY, SKU, OPERATION, STATE),
            List.of(UNITS, FIRST_PASS, REWORKED, SCRAPPED, DURATION, PLANNED_TIME, AVAILABLE_TIME, IDEAL_TIME)),
    /** What a run of production cost, when it ended; its kind is {@code material}, {@code labour}, {@code overhead}. */
    RUN_COST(List.of("ProductionRun"), List.of(LINE, CATEGORY, KIND), List.of(AMOUNT)),
    /** What a run took of materials beyond the standard, at standard price; saved is less than nothing. */
    VARIANCE(List.of("ProductionRun"), List.of(LINE, CATEGORY), List.of(AMOUNT)),
    /** A last operation that was planned to end, at that instant, with the units made by the end of that day. */
    SCHEDULE(List.of("ProductionRun"), List.of(LINE, CATEGORY), List.of(REQUESTED, UNITS)),
    /** What a machine did up to an instant; its state is that of the machine. */
    READING(List.of("MachineReading"), List.of(LINE, STATE, FAILURE), List.of(UNITS, DURATION)),
    /** The time a machine took for a unit. */
    CYCLE(List.of("MachineReading"), List.of(LINE), List.of(DURATION)),
    /** Units looked at; its kind is {@code production} or {@code incoming}. */
    INSPECTION(List.of("QualityInspection"), List.of(LINE, SUPPLIER, CATEGORY, KIND), List.of(UNITS)),
    /** Units found wanting. */
    DEFECTIVE(List.of("QualityInspection"), List.of(LINE, SUPPLIER, CATEGORY, DEFECT, KIND), List.of(UNITS)),
    /** Units of one line taken or paid back, when their order was placed; those of a refund without order stand for none. */
    COHORT_RETURN(
            List.of("SalesRefund"), List.of(SOURCE, REGION, SKU, CHANNEL, CATEGORY, SEGMENT), List.of(UNITS, AMOUNT)),
    /** By how much the stock of an article in a warehouse moved, and with it its worth at cost; what is to be stocked, and what of that is out. */
    STOCK(
            List.of("InventoryLevel"),
            List.of(SOURCE, SKU, WAREHOUSE, CATEGORY),
            List.of(ON_HAND, AVAILABLE, AMOUNT, STOCKED, OUT, INCOMING, NEGATIVE)),
    /** By how much the balance of an account moved; its kind is the class of account, its state {@code actual} or {@code budget}. */
    STANDING(List.of("FinanceBalance"), List.of(SOURCE, KIND, STATE), List.of(AMOUNT)),
    /**
     * By how much what is owed moved, a credit less than nothing; its kind is {@code sale} or {@code purchase}, its state the age:
     * {@code not_due}, {@code due_30} (days since it was due, at most), {@code due_60}, {@code due_90}, {@code due_long}.
     */
    OWED(List.of("FinanceInvoice"), List.of(SOURCE, REGION, SUPPLIER, KIND, STATE), List.of(AMOUNT)),
    /** By how much the material in runs of production moved, at standard price: up when a run starts, down when it ends. */
    WIP(List.of("ProductionRun"), List.of(LINE, CATEGORY), List.of(AMOUNT)),
    /** The first order of a customer ever, when it was placed; found among all orders, so no single record stands for it. */
    NEW_CUSTOMER(List.of("SalesOrder"), List.of(SOURCE, REGION, CHANNEL, SEGMENT), List.of()),
    /**
     * By how much the worth at cost of stock that has not sold for 90 days moved; found from the levels and the orders of an article, so
     * no single record stands for it. Of articles that are never told to be stocked there is none.
     */
    DEAD_STOCK(List.of("InventoryLevel", "SalesOrder"), List.of(WAREHOUSE, CATEGORY), List.of(AMOUNT)),
    /**
     * The units of an article sold on a business day, at the last microsecond of that day; added up over all orders, so no single
     * record stands for it. It is for planning what to buy, and made where purchases are known, too.
     */
    DEMAND(List.of("PurchaseOrder", "SalesOrder"), List.of(SKU), List.of(UNITS, UNITS_SQUARED)),
    /** A line of a complete purchase order, at its last receipt, and how long after the order that was. */
    LEAD_TIME(List.of("PurchaseOrder"), List.of(SKU, SUPPLIER, WAREHOUSE), List.of(MINUTES, MINUTES_SQUARED));

    static final List<String> KEYS = Arrays.stream(values()).map(FactKind::key).toList();

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> contracts;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Attribute> attributes;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Figure> figures;

    FactKind(List<String> contracts, List<Attribute> attributes, List<Figure> figures) {
        this.contracts = contracts;
        this.attributes = attributes;
        this.figures = figures;
    }

    /** Names of the canonical records that stand for such facts. */
    public List<String> contracts() {
        return contracts;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    public List<Figure> figures() {
        return figures;
    }

    /** Whether facts say by how much something moved that stands at a level; an amount that stands is worth each day's rate. */
    public boolean isMove() {
        return this == STOCK || this == STANDING || this == OWED || this == WIP || this == DEAD_STOCK;
    }

    /** As written in the catalogue. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FactKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
