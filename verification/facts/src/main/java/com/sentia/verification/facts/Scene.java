package com.sentia.verification.facts;

import com.sentia.verification.facts.Company.Article;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What all parts of the company share.
 *
 * @param company what there is
 * @param timetable what happens when
 * @param journal where changes are written
 * @param stock what lies where
 * @param zone the business time zone
 */
record Scene(Company company, Timetable timetable, Journal journal, Stock stock, ZoneId zone) {
    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(timetable.now(), zone);
    }

    void after(Duration delay, Runnable action) {
        timetable.at(timetable.now().plus(delay), action);
    }

    /** The shelf an order is served from. */
    Stock.Shelf shelf(Order order, Article article) {
        return stock.shelf(order.shop().plant().warehouse(), article);
    }
}
