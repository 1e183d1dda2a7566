package com.sentia.simulators.retail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Everything a retail file says happened, in orders.
 *
 * @param orders real orders and carriers of refunds without order, by time of placing, then id
 * @param lineTimes epoch seconds of the accepted lines, ascending
 * @param end epoch second of the file's last line
 */
@SuppressWarnings("ArrayRecordComponent") // two megabytes as an array, ten as a list; never compared
public record RetailHistory(
        int linesTotal,
        Map<Rejection, Integer> linesRejected,
        DateShift shift,
        List<RetailOrder> orders,
        long[] lineTimes,
        long end) {

    /** Builds the orders, finds each cancellation its places and says which orders were cancelled. */
    public static RetailHistory of(RetailFile file, DateShift shift) {
        List<Invoice> invoices = Invoice.group(file.accepted(), shift);
        List<OpenOrder> open = invoices.stream()
                .filter(invoice -> !invoice.cancellation())
                .map(OpenOrder::new)
                .toList();
        CancellationMatcher matcher = new CancellationMatcher(open);
        invoices.stream()
                .filter(Invoice::cancellation)
                .sorted(Comparator.comparingLong(Invoice::at).thenComparingLong(Invoice::number))
                .forEach(matcher::match);
        List<RetailOrder> orders = new ArrayList<>(matcher.carriers());
        open.forEach(order -> orders.add(order.close()));
        orders.sort(Comparator.comparingLong(RetailOrder::placedAt).thenComparingLong(RetailOrder::id));
        long[] times = file.accepted().stream()
                .mapToLong(line -> shift.instant(line.localSecond()))
                .sorted()
                .toArray();
        return new RetailHistory(
                file.linesTotal(),
                file.rejected(),
                shift,
                List.copyOf(orders),
                times,
                shift.instant(file.lastLocalSecond()));
    }

    public int linesAccepted() {
        return lineTimes.length;
    }

    /** Epoch second by which a share of the accepted lines had happened; 0 is a second before the first. */
    public long whenShareHadHappened(double share) {
        int count = (int) Math.floor(share * lineTimes.length);
        return count == 0 ? lineTimes[0] - 1 : lineTimes[count - 1];
    }
}
