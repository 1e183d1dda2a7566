package com.sentia.simulators.shopify;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorClassification;
import graphql.validation.ValidationErrorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words the library's findings the way Shopify words its own. */
final class QueryErrors {
    private static final Pattern UNDEFINED_FIELD = Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined");

    private QueryErrors() {}

    static List<Map<String, Object>> of(List<GraphQLError> errors) {
        List<Map<String, Object>> worded = new ArrayList<>();
        errors.forEach(error -> worded.add(of(error)));
        return worded;
    }

    private static Map<String, Object> of(GraphQLError error) {
        Map<String, Object> worded = new LinkedHashMap<>();
        Matcher undefined = UNDEFINED_FIELD.matcher(error.getMessage());
        boolean isUndefined = undefined.find();
        worded.put(
                "message",
                isUndefined
                        ? "Field '" + undefined.group(1) + "' doesn't exist on type '" + undefined.group(2) + "'"
                        : error.getMessage());
        if (error.getLocations() != null) {
            worded.put(
                    "locations",
                    error.getLocations().stream().map(QueryErrors::location).toList());
        }
        if (error instanceof ValidationError invalid && invalid.getQueryPath() != null) {
            List<String> path = new ArrayList<>(List.of("query"));
            path.addAll(invalid.getQueryPath());
            worded.put("path", path);
        }
        worded.put(
                "extensions",
                isUndefined
                        ? Map.of(
                                "code", "undefinedField",
                                "typeName", undefined.group(2),
                                "fieldName", undefined.group(1))
                        : Map.of("code", code(error)));
        return worded;
    }

    private static Map<String, Object> location(SourceLocation location) {
        return Map.of("line", location.getLine(), "column", location.getColumn());
    }

    private static String code(GraphQLError error) {
        if (!(error instanceof ValidationError invalid)) {
            return "parseError";
        }
        ValidationErrorClassification type = invalid.getValidationErrorType();
        if (type == ValidationErrorType.UnknownArgument) {
            return "argumentNotAccepted";
        }
        if (type == ValidationErrorType.MissingFieldArgument) {
            return "missingRequiredArguments";
        }
        if (type == ValidationErrorType.WrongType) {
            return "argumentLiteralsIncompatible";
        }
        if (type == ValidationErrorType.SubselectionRequired || type == ValidationErrorType.SubselectionNotAllowed) {
            return "selectionMismatch";
        }
        return String.valueOf(type);
    }
}
