package com.sentia.analytics.window;

import java.util.HashMap;
import java.util.Map;

/** How many facts each distinct member has in a window, and how many members have any. */
abstract class MemberCounts {

    /** Counts that live in memory and start from nothing. */
    static MemberCounts inMemory() {
        return overlay(member -> 0);
    }

    /** Counts that live in memory and start from others, which they leave as they are. */
    static MemberCounts overlay(java.util.function.ToIntFunction<String> base) {
        Map<String, Integer> counts = new HashMap<>();
        return new MemberCounts() {
            @Override
            int count(String member) {
                Integer own = counts.get(member);
                return own == null ? base.applyAsInt(member) : own;
            }

            @Override
            void put(String member, int count) {
                counts.put(member, count);
            }
        };
    }

    /** Of a calendar window that keeps its members apart. */
    static MemberCounts inState(SeriesState state, int window, long end) {
        return new MemberCounts() {
            @Override
            int count(String member) {
                return state.memberCount(window, end, member);
            }

            @Override
            void put(String member, int count) {
                state.putMemberCount(window, end, member, count);
            }
        };
    }

    /** Of a rolling window at its last end evaluated. */
    static MemberCounts inState(SeriesState state, int window) {
        return new MemberCounts() {
            @Override
            int count(String member) {
                return state.memberCount(window, member);
            }

            @Override
            void put(String member, int count) {
                state.putMemberCount(window, member, count);
            }
        };
    }

    abstract int count(String member);

    abstract void put(String member, int count);

    /** Adds ({@code sign} 1) or takes off ({@code sign} -1) facts; gives the change of the number of members. */
    final int shift(Map<String, Integer> members, int sign) {
        int change = 0;
        for (Map.Entry<String, Integer> entry : members.entrySet()) {
            if (entry.getValue() == 0) {
                continue;
            }
            int before = count(entry.getKey());
            int after = before + sign * entry.getValue();
            put(entry.getKey(), after);
            change += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
        }
        return change;
    }

    /** The number of members there would be more if {@code members} were taken off. */
    final int changeWithout(Map<String, Integer> members) {
        int change = 0;
        for (Map.Entry<String, Integer> entry : members.entrySet()) {
            int with = count(entry.getKey());
            change += (with - entry.getValue() > 0 ? 1 : 0) - (with > 0 ? 1 : 0);
        }
        return change;
    }
}
