package com.sentia.verification.facts;

import com.sentia.schemas.AccountClass;
import com.sentia.schemas.BalanceBasis;
import com.sentia.schemas.BalanceScenario;
import com.sentia.schemas.FinanceBalance;
import com.sentia.schemas.Op;
import com.sentia.schemas.Version;
import com.sentia.schemas.topics.Topic;
import com.sentia.schemas.topics.Topics;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What an account held, or moved; it can be booked anew. */
final class Balance implements Entity {
    private final String account;
    private final AccountClass accountClass;
    private final BalanceScenario scenario;
    private final @Nullable Instant startsAt;
    private final Instant endsAt;
    private final String currency;
    private long amountMicros;

    private Balance(
            String account,
            AccountClass accountClass,
            BalanceScenario scenario,
            @Nullable Instant startsAt,
            Instant endsAt,
            String currency,
            long amountMicros) {
        this.account = account;
        this.accountClass = accountClass;
        this.scenario = scenario;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.currency = currency;
        this.amountMicros = amountMicros;
    }

    static Balance held(String account, AccountClass accountClass, Instant at, String currency, long micros) {
        return new Balance(account, accountClass, BalanceScenario.ACTUAL, null, at, currency, micros);
    }

    static Balance moved(
            String account,
            AccountClass accountClass,
            BalanceScenario scenario,
            Instant from,
            Instant to,
            String currency,
            long micros) {
        return new Balance(account, accountClass, scenario, from, to, currency, micros);
    }

    void add(long micros) {
        amountMicros += micros;
    }

    @Override
    public Topic topic() {
        return Topics.FINANCE_BALANCE;
    }

    @Override
    public String key() {
        return Company.BOOKS_UNIT + "/" + id();
    }

    private String id() {
        return account + "/" + scenario + "/" + basis() + "/" + Versions.micros(endsAt);
    }

    private BalanceBasis basis() {
        return startsAt == null ? BalanceBasis.STANDING : BalanceBasis.MOVEMENT;
    }

    @Override
    public SpecificRecord as(Version version, Op op) {
        return FinanceBalance.newBuilder()
                .setSource("xero")
                .setUnit(Company.BOOKS_UNIT)
                .setBalanceId(id())
                .setVersion(version)
                .setOp(op)
                .setAccount(account)
                .setTitle(null)
                .setAccountClass(accountClass)
                .setScenario(scenario)
                .setBasis(basis())
                .setStartsAt(startsAt)
                .setEndsAt(endsAt)
                .setCurrency(currency)
                .setAmountMicros(amountMicros)
                .setUpdatedAt(Versions.updatedAt(version))
                .build();
    }
}
