package com.sentia.simulators.company;

/**
 * What one place holds of one article.
 *
 * @param onHand units there, never negative
 * @param committed units of open orders, also of such that wait for stock
 * @param incoming units ordered from the supplier and not yet there
 * @param since epoch second from which on it stands so
 */
public record Stock(int onHand, int committed, int incoming, long since) {
    /** Units that can be sold; negative when more was sold than is there, as the shops go on selling then. */
    public int available() {
        return onHand - committed;
    }
}
