-- What does each record of the file say, and if it can't be accepted, why not?
-- Grain: one row per CSV record after the header, numbered from 1 in file order.
-- Spare columns and null padding make a record with too few or too many fields a row that can be seen and rejected.
create table line as
with record as (
    select row_number() over () as line, *
    from read_csv(
        getvariable('data_file'),
        auto_detect = false, header = true, parallel = false,
        delim = ',', quote = '"', escape = '"', nullstr = 'no field stands here',
        null_padding = true, strict_mode = false, max_line_size = 16777216,
        columns = {
            invoice_no: 'VARCHAR', stock_code: 'VARCHAR', description: 'VARCHAR', quantity: 'VARCHAR',
            invoice_date: 'VARCHAR', unit_price: 'VARCHAR', customer_id: 'VARCHAR', country: 'VARCHAR',
            extra_1: 'VARCHAR', extra_2: 'VARCHAR', extra_3: 'VARCHAR', extra_4: 'VARCHAR',
            extra_5: 'VARCHAR', extra_6: 'VARCHAR', extra_7: 'VARCHAR', extra_8: 'VARCHAR'
        })
), field as (
    select line,
           country is not null and extra_1 is null as has_eight_columns,
           upper(trim(invoice_no)) as invoice,
           upper(trim(stock_code)) as code,
           case when regexp_full_match(trim(quantity), '[+-]?[0-9]{1,12}') then cast(trim(quantity) as bigint) end as quantity,
           case when regexp_full_match(trim(unit_price), '[+-]?([0-9]{1,12}([.][0-9]{0,6})?|[.][0-9]{1,6})')
                then cast(trim(unit_price) as decimal(18, 6)) end as price,
           coalesce(try_strptime(trim(invoice_date), '%Y-%m-%d %H:%M:%S'), try_strptime(trim(invoice_date), '%Y-%m-%d %H:%M')) as local_time,
           nullif(regexp_replace(trim(customer_id), '[.]0$', ''), '') as customer,
           trim(country) as country
    from record
)
select line, invoice, code, quantity, customer, country,
       cast(price * 1000000 as bigint) as price_micros,
       local_time + to_days(cast(7 * getvariable('shift_weeks') as integer)) as local_time,
       case
           when code in ('POST', 'DOT', 'C2') then 'shipping'
           when code = 'D' then 'discount'
           else 'goods'
       end as kind,
       case
           when not has_eight_columns or quantity is null or price is null or local_time is null then 'unreadable-line'
           when starts_with(invoice, 'A') then 'adjustment-invoice'
           when not regexp_full_match(invoice, 'C?[0-9]+') then 'unknown-invoice-number'
           when code in ('', 'M', 'S', 'B', 'AMAZONFEE', 'BANK CHARGES', 'CRUK', 'ADJUST', 'ADJUST2',
                         'TEST001', 'TEST002', 'SP1002') then 'not-a-product'
           when price <= 0 then 'price-not-positive'
           when quantity <= 0 and not starts_with(invoice, 'C') then 'quantity-not-positive'
           when quantity >= 0 and starts_with(invoice, 'C') then 'quantity-positive-in-cancellation'
       end as rejected
from field;

-- Which lines count, and at which instant?
-- DuckDB takes the later instant in the autumn overlap: the hour before, read an hour later, gives the earlier one.
create table accepted as
select line, invoice, code, kind, customer, country,
       abs(quantity) as quantity,
       price_micros,
       abs(quantity) * price_micros as amount,
       least(
           epoch_us(timezone('Europe/London', local_time)),
           epoch_us(timezone('Europe/London', local_time - interval 1 hour)) + 3600000000) as moment
from line
where rejected is null;
