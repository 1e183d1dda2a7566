-- A quotient rounded half-even, from whole numbers alone; null without a denominator.
create macro half_even(part, whole) as list_transform(
    [struct_pack(part := part::hugeint * sign(whole::hugeint), whole := abs(whole::hugeint))],
    lambda of: case
        when of.whole = 0 then null
        when 2 * (abs(of.part) % nullif(of.whole, 0)) > of.whole
            or (2 * (abs(of.part) % nullif(of.whole, 0)) = of.whole and abs(of.part) // nullif(of.whole, 0) % 2 = 1)
            then sign(of.part) * (abs(of.part) // nullif(of.whole, 0) + 1)
        else sign(of.part) * (abs(of.part) // nullif(of.whole, 0))
    end
)[1];
-- A factor above the line without what can be cancelled against one below it; null where both are 0.
create macro reduced(part, other) as part::hugeint // nullif(abs(gcd(part::hugeint, other::hugeint)), 0);
-- What shares come to multiplied: 0 stands for none at all, else it is one more than the millionths, which are not less than 0.
create macro rolled(parts, wholes) as
    case
        when coalesce(len(wholes), 0) = 0 then 0::hugeint
        else half_even(list_reduce(parts, lambda a, b: a * b) * 1000000, list_reduce(wholes, lambda a, b: a * b)) + 1
    end;
-- London's clocks differ from UTC by whole hours, so an hour is one of UTC; the others end at a midnight in London.
create macro london_time(moment) as timezone('Europe/London', make_timestamptz(moment));
create macro london_midnight(local_time) as epoch_us(timezone('Europe/London', local_time));
create macro calendar_end(moment, unit) as
    case unit
        when 'hour' then (moment // 3600000000 + 1) * 3600000000
        when 'day' then london_midnight(date_trunc('day', london_time(moment)) + interval 1 day)
        when 'week' then london_midnight(date_trunc('week', london_time(moment)) + interval 7 day)
        when 'month' then london_midnight(date_trunc('month', london_time(moment)) + interval 1 month)
        when 'quarter' then london_midnight(date_trunc('quarter', london_time(moment)) + interval 3 month)
    end;
create macro business_day(moment) as date_diff('day', date '1970-01-01', london_time(moment)::date);
create macro first_end(moment, step, time_window) as
    case when step is null then calendar_end(moment, time_window) else (moment // step + 1) * step end;
create macro day_start(day) as london_midnight((date '1970-01-01' + day::integer)::timestamp);
create macro calendar_start(last_moment, unit) as
    case unit
        when 'hour' then last_moment // 3600000000 * 3600000000
        else london_midnight(date_trunc(unit, london_time(last_moment)))
    end;
create macro window_length(time_window, size, e) as coalesce(size, e - calendar_start(e - 1, time_window));
