package com.sentia.gateway.limits;

/** How many requests, and how many bytes of bodies, are held at once; what is beyond is turned away, not queued. */
public final class Capacity {
    private final int mostRequests;
    private final long mostBytes;
    private int requests;
    private long bytes;

    public Capacity(int mostRequests, long mostBytes) {
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
    }

    /** Takes room for a request with a body of at most so many bytes, if there is any. */
    public synchronized boolean tryTake(long bodyBytes) {
        if (requests >= mostRequests || bytes + bodyBytes > mostBytes) {
            return false;
        }
        requests++;
        bytes += bodyBytes;
        return true;
    }

    /** Gives back what was taken for a request. */
    public synchronized void giveBack(long bodyBytes) {
        requests--;
        bytes -= bodyBytes;
    }

    /** Requests held now. */
    public synchronized int requests() {
        return requests;
    }
}
