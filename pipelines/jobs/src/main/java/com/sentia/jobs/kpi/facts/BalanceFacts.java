package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.BalanceBasis;
import com.sentia.schemas.BalanceScenario;
import com.sentia.schemas.FinanceBalance;
import java.time.Instant;
import java.util.Locale;

/** What an account moved by in a period, or stood at from an instant on. */
final class BalanceFacts {
    private BalanceFacts() {}

    static EntityFacts of(FinanceBalance balance, BusinessCurrency currency) {
        if (balance.getBasis() == BalanceBasis.UNKNOWN || balance.getScenario() == BalanceScenario.UNKNOWN) {
            throw UnfitRecord.unknown("the balance's basis or scenario");
        }
        Instant startsAt = balance.getStartsAt();
        boolean stands = balance.getBasis() == BalanceBasis.STANDING;
        if (FactList.isDeleted(balance.getOp()) || (!stands && startsAt == null)) {
            return FactList.none(balance.getVersion());
        }
        FactList facts = new FactList().in(currency.other(balance.getCurrency()));
        Fact.Builder fact = stands || startsAt == null
                ? Fact.of(FactKind.STANDING, FactList.micros(balance.getEndsAt()))
                : Fact.of(FactKind.MOVEMENT, FactList.micros(startsAt));
        facts.add(fact.with(Attribute.SOURCE, balance.getSource())
                .with(Attribute.KIND, balance.getAccountClass().name().toLowerCase(Locale.ROOT))
                .with(Attribute.STATE, balance.getScenario().name().toLowerCase(Locale.ROOT))
                .with(Figure.AMOUNT, balance.getAmountMicros()));
        return facts.of(balance.getVersion(), true);
    }
}
