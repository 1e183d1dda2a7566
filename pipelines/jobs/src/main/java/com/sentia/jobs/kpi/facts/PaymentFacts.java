package com.sentia.jobs.kpi.facts;

import com.sentia.analytics.fact.EntityFacts;
import com.sentia.analytics.fact.Fact;
import com.sentia.analytics.kpi.Attribute;
import com.sentia.analytics.kpi.FactKind;
import com.sentia.analytics.kpi.Figure;
import com.sentia.schemas.CashDirection;
import com.sentia.schemas.FinancePayment;
import com.sentia.schemas.PaymentKind;
import com.sentia.schemas.PaymentStatus;
import java.util.Locale;

/** Money that moved on an account of the company. */
final class PaymentFacts {
    private PaymentFacts() {}

    static EntityFacts of(FinancePayment payment, BusinessCurrency currency) {
        if (payment.getStatus() == PaymentStatus.UNKNOWN
                || payment.getDirection() == CashDirection.UNKNOWN
                || payment.getKind() == PaymentKind.UNKNOWN) {
            throw UnfitRecord.unknown("the payment's status, direction or kind");
        }
        if (FactList.isDeleted(payment.getOp()) || payment.getStatus() == PaymentStatus.VOIDED) {
            return FactList.none(payment.getVersion());
        }
        FactList facts = new FactList().in(currency.other(payment.getCurrency()));
        facts.add(Fact.of(FactKind.PAYMENT, FactList.micros(payment.getPaidAt()))
                .with(Attribute.SOURCE, payment.getSource())
                .with(Attribute.REGION, payment.getRegion())
                .with(Attribute.CHANNEL, payment.getChannel())
                .with(Attribute.CURRENCY, payment.getCurrency())
                .with(Attribute.KIND, payment.getKind().name().toLowerCase(Locale.ROOT))
                .with(Attribute.STATE, payment.getDirection().name().toLowerCase(Locale.ROOT))
                .with(Figure.AMOUNT, payment.getAmountMicros()));
        return facts.of(payment.getVersion(), true);
    }
}
