package com.sentia.analytics.kpi;

import com.sentia.analytics.kpi.Expression.Constant;
import com.sentia.analytics.kpi.Expression.Days;
import com.sentia.analytics.kpi.Expression.Operation;
import com.sentia.analytics.kpi.Expression.Operator;
import com.sentia.analytics.kpi.Expression.Positive;
import com.sentia.analytics.kpi.Expression.Root;
import com.sentia.analytics.kpi.Kpi.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a formula over KPIs named before it: {@code + - * /}, brackets, whole numbers, {@code days} (of the
 * window), {@code positive(x)} and {@code root(x)}.
 *
 * <p>Operators of one rank are taken from the left, {@code * /} before {@code + -}.
 */
final class FormulaParser {
    static final String FORM =
            "a + b, a - b, a * b, a / b, (a), positive(a), root(a), days or a whole number, over names of KPIs";
    private static final Pattern TOKEN = Pattern.compile("\\s*([a-z][a-z0-9_]*|\\d{1,15}|[-+*/()]|$)");
    private static final String POSITIVE = "positive";
    private static final String ROOT = "root";
    private static final String DAYS = "days";

    private final Map<String, Kpi> known;
    private final String formula;
    private final Matcher tokens;
    private String token = "";
    private final Map<String, Linear> components = new LinkedHashMap<>();

    /** A formula that can't be read; the message says why, for a sentence that begins with the field. */
    static final class FormulaException extends Exception {
        private static final long serialVersionUID = 1;

        FormulaException(String message) {
            super(message);
        }
    }

    /**
     * @param components the sums that it rests on and a KPI names, in the order they come up
     */
    record Formula(Expression value, List<Component> components) {}

    private FormulaParser(String formula, Map<String, Kpi> known) {
        this.formula = formula;
        this.known = known;
        this.tokens = TOKEN.matcher(formula);
    }

    /** @param known the KPIs that may be named */
    static Formula parse(String formula, Map<String, Kpi> known) throws FormulaException {
        FormulaParser parser = new FormulaParser(formula, known);
        parser.next();
        Expression value = parser.sum();
        if (!parser.token.isEmpty()) {
            throw parser.wrong();
        }
        if (parser.components.isEmpty()) {
            throw new FormulaException("names no KPI: " + formula);
        }
        return new Formula(
                value,
                parser.components.entrySet().stream()
                        .map(part -> new Component(part.getKey(), part.getValue()))
                        .toList());
    }

    private Expression sum() throws FormulaException {
        Expression left = product();
        while (token.equals("+") || token.equals("-")) {
            Operator operator = token.equals("+") ? Operator.PLUS : Operator.MINUS;
            next();
            left = joined(operator, left, product());
        }
        return left;
    }

    private Expression product() throws FormulaException {
        Expression left = factor();
        while (token.equals("*") || token.equals("/")) {
            Operator operator = token.equals("*") ? Operator.TIMES : Operator.DIVIDED_BY;
            next();
            left = new Operation(operator, left, factor());
        }
        return left;
    }

    private Expression factor() throws FormulaException {
        String first = token;
        next();
        if (first.equals("(")) {
            return bracketed();
        }
        if (first.equals(POSITIVE) && token.equals("(")) {
            next();
            return new Positive(bracketed());
        }
        if (first.equals(ROOT) && token.equals("(")) {
            next();
            return new Root(bracketed());
        }
        if (first.equals(DAYS) && !known.containsKey(DAYS)) {
            return new Days();
        }
        if (first.isEmpty() || "+-*/)".contains(first)) {
            throw wrong();
        }
        return Character.isDigit(first.charAt(0)) ? new Constant(Long.parseLong(first)) : operand(first);
    }

    private Expression bracketed() throws FormulaException {
        Expression inner = sum();
        if (!token.equals(")")) {
            throw wrong();
        }
        next();
        return inner;
    }

    private Expression operand(String name) throws FormulaException {
        @Nullable Kpi kpi = known.get(name);
        if (kpi == null) {
            throw new FormulaException(
                    "names " + name + ", which no KPI before it is called; there are " + known.keySet());
        }
        if (kpi.value() instanceof Linear linear) {
            components.put(name, linear);
        } else {
            kpi.components().forEach(part -> components.put(part.name(), part.value()));
        }
        return kpi.value();
    }

    private Expression joined(Operator operator, Expression left, Expression right) throws FormulaException {
        if (!(left instanceof Linear some && right instanceof Linear others)) {
            return new Operation(operator, left, right);
        }
        if (!Stream.concat(some.measures().stream(), others.measures().stream()).allMatch(Measure::isAddable)) {
            return new Operation(operator, left, right);
        }
        try {
            return operator == Operator.PLUS ? some.plus(others) : some.minus(others);
        } catch (IllegalArgumentException e) {
            throw new FormulaException("adds what can't be added, such as amounts and counts: " + formula);
        }
    }

    private void next() throws FormulaException {
        if (!tokens.lookingAt()) {
            throw wrong();
        }
        token = tokens.group(1);
        tokens.region(tokens.end(), formula.length());
    }

    private FormulaException wrong() {
        return new FormulaException("is " + FORM + ", not '" + formula + "'");
    }
}
