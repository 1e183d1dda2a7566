package com.sentia.simulators.shopify;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of bulk operations, and what begins and ends them. */
final class BulkFields {
    /** The answer to beginning one. */
    record Run(@Nullable BulkOperation job, List<Problem> problems) {}

    /** The answer to cancelling one. */
    record Cancel(@Nullable BulkOperation job, List<MutationFields.UserError> problems) {}

    /** Why one was not begun. */
    record Problem(String message, String code) {}

    private static final Pattern TERM = Pattern.compile("\\G\\s*(?:AND\\s+)?(status|operation_type|type):(\\w+)\\s*");

    private BulkFields() {}

    static ObjectType<BulkOperation> job() {
        return ObjectType.of(BulkOperation.class, "BulkOperation")
                .with("id", job -> Gid.of("BulkOperation", job.id()))
                .with("status", BulkOperation::status)
                .with("errorCode", BulkOperation::errorCode)
                .with("query", BulkOperation::query)
                .with("createdAt", job -> OrderFields.time(job.createdAt()))
                .with("objectCount", job -> Long.toString(job.objects()))
                .with("rootObjectCount", job -> Long.toString(job.roots()))
                .with("fileSize", BulkOperation::fileSize)
                .with("url", (job, arguments, moment) -> url(moment, job.file()))
                .with("partialDataUrl", (job, arguments, moment) -> url(moment, job.partialFile()))
                .always("QUERY", "type");
    }

    static ObjectType<Run> run() {
        return ObjectType.of(Run.class, "BulkOperationRunQueryPayload")
                .with("bulkOperation", Run::job)
                .with("userErrors", Run::problems);
    }

    static ObjectType<Cancel> cancel() {
        return ObjectType.of(Cancel.class, "BulkOperationCancelPayload")
                .with("bulkOperation", Cancel::job)
                .with("userErrors", Cancel::problems);
    }

    static ObjectType<Problem> problem() {
        return ObjectType.of(Problem.class, "BulkOperationUserError")
                .with("message", Problem::message)
                .with("code", Problem::code)
                .always(List.of("query"), "field");
    }

    static Run run(Map<String, Object> arguments, Moment moment) {
        try {
            boolean grouped = Boolean.TRUE.equals(arguments.get("groupObjects"));
            Optional<BulkOperation> job =
                    moment.app().bulkJobs().run(String.valueOf(arguments.get("query")), grouped, moment);
            return job.map(begun -> new Run(begun, List.of()))
                    .orElseGet(
                            () -> refused("Bulk operations limit reached. Please try again later.", "LIMIT_REACHED"));
        } catch (QueryRefused e) {
            return refused(e.firstMessage(), "INVALID");
        }
    }

    static Cancel cancel(Map<String, Object> arguments, Moment moment) {
        BulkOperation job = find(arguments, moment);
        if (job == null) {
            return new Cancel(
                    null, List.of(new MutationFields.UserError(List.of("id"), "Bulk operation does not exist")));
        }
        job.cancel();
        return new Cancel(job, List.of());
    }

    static @Nullable BulkOperation find(Map<String, Object> arguments, Moment moment) {
        Gid id = Gid.parse(String.valueOf(arguments.get("id")));
        return id.type().equals("BulkOperation") ? moment.app().bulkJobs().find(id.number()) : null;
    }

    /** Newest first. */
    static Connection all(Map<String, Object> arguments, Moment moment) {
        @Nullable Object search = arguments.get("query");
        List<BulkOperation> found = moment.app().bulkJobs().all().stream()
                .filter(job -> search == null || matches(job, search.toString()))
                .sorted(Comparator.comparing(BulkFields::cursor))
                .toList();
        return Connection.of(found, BulkFields::cursor, PageRequest.of(arguments));
    }

    private static boolean matches(BulkOperation job, String search) {
        Matcher term = TERM.matcher(search);
        boolean matches = true;
        int end = 0;
        while (term.find()) {
            end = term.end();
            String has = term.group(1).equals("status") ? job.status().name() : "QUERY";
            matches &= has.equalsIgnoreCase(term.group(2));
        }
        if (end < search.length()) {
            throw new QueryRefused("not simulated: search for '" + search.substring(end) + "'", "NOT_SIMULATED");
        }
        return matches;
    }

    private static Cursor cursor(BulkOperation job) {
        return new Cursor(-job.createdAt(), job.id());
    }

    private static Run refused(String message, String code) {
        return new Run(null, List.of(new Problem(message, code)));
    }

    private static @Nullable String url(Moment moment, @Nullable String path) {
        return path == null
                ? null
                : moment.app().address() + "/bulk/" + moment.shop().domain() + "/" + path;
    }
}
