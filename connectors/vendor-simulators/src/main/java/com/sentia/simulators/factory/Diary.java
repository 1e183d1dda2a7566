package com.sentia.simulators.factory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a company writes down, day by day; the same whenever a day is asked for. */
public interface Diary {
    /** All that is written down on a day of {@link Factory#dayOf}, in order. */
    List<RowChange> changes(LocalDate day);

    /** Several as one. */
    static Diary together(Diary... diaries) {
        return day -> Stream.of(diaries)
                .flatMap(diary -> diary.changes(day).stream())
                .sorted(Comparator.comparing(RowChange::at))
                .toList();
    }
}
