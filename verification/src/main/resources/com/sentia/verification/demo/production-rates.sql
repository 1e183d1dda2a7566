-- What were other currencies worth, by the rows of Sentia's operations database?
create table rate as
from read_csv(getvariable('rates_file'), auto_detect = false, header = true, quote = '"', escape = '"',
              columns = {id: 'VARCHAR', rate_nanos: 'BIGINT', updated_at: 'BIGINT'});
