-- What does each record say, and if it can't be accepted, why not?
-- Grain: one row per record after the header.
create table line as
with field as (
    select line, len(fields) as columns,
           unquote(fields[1]) as invoice,
           upper(strip(unquote(fields[2]))) as code,
           strip(unquote(fields[4])) as quantity,
           strip(unquote(fields[5])) as invoice_date,
           strip(unquote(fields[6])) as price,
           nullif(regexp_replace(strip(unquote(fields[7])), '[.]0$', ''), '') as customer,
           strip(unquote(fields[8])) as country
    from csv_record
    where line > 0
), typed as (
    select * exclude (quantity, price, invoice_date),
           case when regexp_full_match(quantity, '[+-]?[0-9]+') then try_cast(quantity as integer) end as quantity,
           case when regexp_full_match(price, '[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,2})?')
                then try_cast(price as decimal(38, 18)) end as price,
           case when regexp_full_match(invoice_date, '[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(:[0-9]{2})?')
                then try_strptime(rpad(invoice_date, 19, ':00'), '%Y-%m-%d %H:%M:%S') end as local_time
    from field
)
select line, invoice, code, quantity, customer, country,
       try_cast(price * 1000000 as bigint) as price_micros,
       local_time + to_days(cast(7 * getvariable('shift_weeks') as integer)) as local_time,
       case
           when code in ('POST', 'DOT', 'C2') then 'shipping'
           when code = 'D' then 'discount'
           else 'goods'
       end as kind,
       case
           when columns <> 8 or quantity is null or price is null or local_time is null then 'unreadable-line'
           -- No coin is smaller than a millionth: such a price is a broken number.
           when price <> round(price, 6) then 'unreadable-line'
           when starts_with(invoice, 'A') then 'adjustment-invoice'
           when not regexp_full_match(invoice, 'C?[0-9]{1,15}') then 'unknown-invoice-number'
           when code in ('', 'M', 'S', 'B', 'AMAZONFEE', 'BANK CHARGES', 'CRUK', 'ADJUST', 'ADJUST2',
                         'TEST001', 'TEST002', 'SP1002') then 'not-a-product'
           when price <= 0 then 'price-not-positive'
           when quantity <= 0 and not starts_with(invoice, 'C') then 'quantity-not-positive'
           when quantity >= 0 and starts_with(invoice, 'C') then 'quantity-positive-in-cancellation'
       end as rejected
from typed;

-- Which lines count, and at which instant?
-- DuckDB takes the later instant in the autumn overlap: the hour before, read an hour later, gives the earlier one.
create table accepted as
select line,
       -- Numbers are numbers: leading zeros make no other invoice.
       regexp_replace(invoice, '^(C?)0+([0-9])', '\1\2') as invoice,
       code, kind, customer, country,
       abs(quantity::bigint) as quantity,
       price_micros,
       abs(quantity::bigint) * price_micros as amount,
       least(
           epoch_us(timezone('Europe/London', local_time)),
           epoch_us(timezone('Europe/London', local_time - interval 1 hour)) + 3600000000) as moment
from line
where rejected is null;
