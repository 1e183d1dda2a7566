package com.sentia.launcher.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sentia.launcher.LauncherException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateFileTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 30);

    @Test
    void readsALineForEachRate() throws IOException {
        RateSheet sheet = read("""
                \ufeffday,base,quote,rate
                2026-01-30,EUR,GBP,0.8551

                2026-01-30 , USD , GBP , 0.728123456\r
                2026-02-02,EUR,GBP,1000000
                2026-01-30,EUR,GBP,0.855100000
                """);

        assertThat(sheet.source()).isEqualTo("file");
        assertThat(sheet.quote()).isEqualTo("GBP");
        assertThat(sheet.rates())
                .containsExactly(
                        new DayRate("EUR", FRIDAY, 855_100_000, 2),
                        new DayRate("USD", FRIDAY, 728_123_456, 4),
                        new DayRate("EUR", FRIDAY.plusDays(3), 1_000_000_000_000_000L, 5));
        assertThat(sheet.remarks()).isEmpty();
        assertThat(sheet.summary()).isEqualTo("rates.csv: 3 rates of 2 currencies in GBP, 2026-01-30 to 2026-02-02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-1-30,EUR,GBP,1 | '2026-1-30' is no day: write it like 2026-01-31",
                "2026-02-29,EUR,GBP,1 | '2026-02-29' is no day",
                "1998-12-31,EUR,GBP,1 | the day 1998-12-31 is not from 1999-01-01 to 2099-12-31",
                "2100-01-01,EUR,GBP,1 | the day 2100-01-01 is not from",
                "2026-01-30,EURO,GBP,1 | 'EURO' is no currency: write an ISO 4217 code like EUR",
                "2026-01-30,eur,GBP,1 | 'eur' is no currency",
                "2026-01-30,EUR,QQQ,1 | 'QQQ' is no currency",
                "2026-01-30,EUR,USD,1 | a rate in USD is of no use: the business currency is GBP, which quote must be",
                "2026-01-30,GBP,GBP,1 | GBP has no rate in itself",
                "2026-01-30,EUR,GBP, | '' is no rate: write a decimal number above 0 like 0.8551",
                "2026-01-30,EUR,GBP,-1 | '-1' is no rate",
                "2026-01-30,EUR,GBP,1e-3 | '1e-3' is no rate",
                "2026-01-30,EUR,GBP,NaN | 'NaN' is no rate",
                "2026-01-30,EUR,GBP,N/A | 'N/A' is no rate",
                "2026-01-30,EUR,GBP,0.000 | the rate is 0: it must be above",
                "2026-01-30,EUR,GBP,0.1234567891 | the rate 0.1234567891 has 10 decimal places: at most 9 are kept, round it",
                "2026-01-30,EUR,GBP,0.000000999 | the rate 0.000000999 is not from 0.000001 to 1000000",
                "2026-01-30,EUR,GBP,1000000.000000001 | the rate 1000000.000000001 is not from",
                "2026-01-30,EUR,GBP,99999999999999999999 | '99999999999999999999' is no rate",
                "2026-01-30,EUR,GBP | the line has 3 fields: day,base,quote,rate are 4",
                "2026-01-30;EUR;GBP;1 | the line has 1 fields: day,base,quote,rate are 4"
            })
    void saysWhatIsWrongWithALine(String line, String problem) {
        assertThatThrownBy(() -> read("day,base,quote,rate\n2026-01-30,CHF,GBP,0.9\n" + line + "\n"))
                .isInstanceOf(LauncherException.class)
                .hasMessageStartingWith("rates.csv:3: " + problem)
                .hasMessageEndingWith("\nnothing was written: refused 1 of 3 lines");
    }

    @Test
    void refusesTwoRatesOfOneDay() {
        assertThatThrownBy(() -> read("""
                day,base,quote,rate
                2026-01-30,EUR,GBP,0.8551
                2026-01-30,EUR,GBP,0.8552
                """))
                .hasMessageStartingWith("rates.csv:3: another rate of EUR on 2026-01-30 than in line 2: a day has one");
    }

    @Test
    void namesTheFirstLinesThatAreWrongAndCountsTheOthers() {
        String lines = IntStream.range(0, 30).mapToObj(i -> "x,y\n").collect(Collectors.joining());

        assertThatThrownBy(() -> read("day,base,quote,rate\n" + lines))
                .hasMessageContaining("rates.csv:21: ")
                .hasMessageNotContainingAny("rates.csv:22: ")
                .hasMessageEndingWith("\nand 10 more\nnothing was written: refused 30 of 31 lines");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "day,base,rate | rates.csv:1: the header is 'day,base,rate': allowed are day,base,quote,rate, or Date,USD,JPY,...",
                "Date | rates.csv:1: the header is 'Date'",
                "Date,USD,JPY | rates.csv:1: there is no column of the business currency GBP, by which the others are crossed",
                "Date,USD,GBP,USD | rates.csv:1: a second column of USD",
                "Date,USD,GBP,EUR | rates.csv:1: a second column of EUR",
                "Date,USD,GBP,Dollar | rates.csv:1: 'Dollar' is no currency"
            })
    void saysWhichHeadersAreAllowed(String header, String problem) {
        assertThatThrownBy(() -> read(header + "\n"))
                .hasMessageStartingWith(problem)
                .hasMessageEndingWith("\nnothing was written");
    }

    @Test
    void refusesAFileWithoutAHeader() {
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("rates.csv is empty: its first line is day,base");
    }

    /** 0.8659 / 1.1919 = 0.7264871214… and 0.8659 / 183.11 = 0.0047288515…, by hand. */
    @Test
    void crossesTheRatesOfTheCentralBank() throws IOException {
        RateSheet sheet = read("""
                Date,USD,JPY,BGN,GBP,
                2026-01-30,1.1919,183.11,N/A,0.8659,
                2026-01-29,1.2,N/A,,0.6,
                """);

        assertThat(sheet.source()).isEqualTo("ecb");
        assertThat(sheet.rates())
                .containsExactly(
                        new DayRate("EUR", FRIDAY, 865_900_000, 2),
                        new DayRate("USD", FRIDAY, 726_487_121, 2),
                        new DayRate("JPY", FRIDAY, 4_728_852, 2),
                        new DayRate("EUR", FRIDAY.minusDays(1), 600_000_000, 3),
                        new DayRate("USD", FRIDAY.minusDays(1), 500_000_000, 3));
        assertThat(sheet.remarks()).isEmpty();
    }

    @Test
    void roundsHalfToEven() throws IOException {
        assertThat(read("Date,USD,CHF,GBP\n2026-01-30,2,2,0.000005001\n")
                        .rates()
                        .get(1)
                        .nanos())
                .as("2500.5 billionths")
                .isEqualTo(2_500);
        assertThat(read("Date,USD,CHF,GBP\n2026-01-30,2,2,0.000005003\n")
                        .rates()
                        .get(1)
                        .nanos())
                .as("2501.5 billionths")
                .isEqualTo(2_502);
    }

    @Test
    void turnsTheCentralBanksRatesRoundWhereTheBusinessIsInEuros() throws IOException {
        RateSheet sheet = new RateFile("rates.csv", "EUR")
                .read(new BufferedReader(new StringReader("Date,USD,GBP\n2026-01-30,1.6,0.8\n")));

        assertThat(sheet.rates())
                .containsExactly(
                        new DayRate("USD", FRIDAY, 625_000_000, 2), new DayRate("GBP", FRIDAY, 1_250_000_000, 2));
    }

    @Test
    void saysWhatOfTheCentralBanksTableWasLeftOut() throws IOException {
        RateSheet sheet = read("""
                Date,USD,TRL,GBP,
                2026-01-30,1.2,N/A,N/A,
                2004-12-30,1.36,1850000,0.70,
                1998-12-31,1.16,370000,0.70,
                """);

        assertThat(sheet.rates()).extracting(DayRate::currency).containsExactly("EUR", "USD");
        assertThat(sheet.remarks())
                .isEqualTo(
                        List.of(
                                "left out: 1 day not from 1999-01-01 to 2099-12-31",
                                "left out: 1 day without a rate of GBP",
                                "left out: TRL on 1 day, when it was worth less than a millionth, or more than a million, of GBP"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-30,1.2,0.8,7 | the line has 4 fields, the header 3",
                "2026-01-30,1.2 | the line has 2 fields, the header 3",
                "30 January 2026,1.2,0.8 | '30 January 2026' is no day",
                "2026-01-30,-,0.8 | column USD: '-' is no rate: write a decimal number above 0 like 0.8551, or N/A for none",
                "2026-01-30,1.2,0 | column GBP: the rate is 0: it must be above, or N/A for none",
                "2026-01-29,1.3,0.8 | another rate of USD on 2026-01-29 than in line 2: a day has one"
            })
    void saysWhatIsWrongWithALineOfTheCentralBanksTable(String line, String problem) {
        assertThatThrownBy(() -> read("Date,USD,GBP\n2026-01-29,1.2,0.8\n" + line + "\n"))
                .hasMessageStartingWith("rates.csv:3: " + problem);
    }

    private static RateSheet read(String text) throws IOException {
        return new RateFile("rates.csv", "GBP").read(new BufferedReader(new StringReader(text)));
    }
}
