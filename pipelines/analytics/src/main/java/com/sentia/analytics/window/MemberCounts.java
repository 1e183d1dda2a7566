package com.sentia.analytics.window;

import java.util.HashMap;
import java.util.Map;

/** How many facts each member has in a window. */
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

    /** Of a slice that keeps its members apart. */
    static MemberCounts inSlice(SeriesState state, int grain, long end) {
        return new MemberCounts() {
            @Override
            int count(String member) {
                return state.sliceMember(grain, end, member);
            }

            @Override
            void put(String member, int count) {
                state.putSliceMember(grain, end, member, count);
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
}
