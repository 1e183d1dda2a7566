-- What are the CSV records of the file, and of the lines that were added behind it?
-- By RFC 4180 a line break inside quotes belongs to the record: one that follows an odd number of quotes. An empty line
-- is a record of one empty field. DuckDB's own CSV reader would pass over such lines and shift the numbers of the rest.
-- Grain: one row per record, numbered from 1 in file order; 0 is the header. Added lines count on from the file's last.
create macro strip(text) as trim(text, ' ' || chr(9) || chr(10) || chr(13));
create macro unquote(field) as
    case when field[1] = '"' and field[-1] = '"' then replace(field[2:-2], '""', '"') else field end;

create table csv_of_files as
with file as (
    select is_added, string_split(regexp_replace(ltrim(content, chr(65279)), '\r?\n$', ''), chr(10)) as pieces
    from (select false as is_added, content from read_text(getvariable('data_file'))
          union all
          select true, content from read_text(getvariable('added_file')))
), piece as (
    select is_added, unnest(pieces) as content, generate_subscripts(pieces, 1) as place
    from file
), marked as (
    select is_added, place, content,
           coalesce(sum(length(content) - length(replace(content, '"', ''))) over (
               partition by is_added order by place rows between unbounded preceding and 1 preceding), 0) % 2 = 1 as is_continued
    from piece
), numbered as (
    select is_added, place, content,
           sum((not is_continued)::integer) over (partition by is_added order by place rows unbounded preceding) - 1 as line
    from marked
), whole as (
    select is_added, line, rtrim(string_agg(content, chr(10) order by place), chr(13)) as text
    from numbered
    group by is_added, line
)
select is_added, line, regexp_extract_all(text || ',', '("(?:[^"]|"")*"[^,]*|[^,]*),', 1) as fields
from whole;

create table csv_record as
select line, fields
from csv_of_files
where not is_added
union all
select line + (select max(line) from csv_of_files where not is_added), fields
from csv_of_files
where is_added and line > 0;

select error('the input file is of another form: its first line does not name the columns of the Online Retail form')
from csv_of_files
where line = 0
  and [unquote(field) for field in fields] <>
      ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'];
