-- Which shop sells to a country? Every country that is not here buys in the shop of the USA.
create table country_region as
select unnest(['United Kingdom']) as country, 'UK' as region
union all
select unnest([
    'Austria', 'Belgium', 'Bulgaria', 'Cyprus', 'Czech Republic', 'Denmark', 'EIRE', 'Ireland', 'Estonia', 'Finland',
    'France', 'Germany', 'Greece', 'Hungary', 'Italy', 'Latvia', 'Lithuania', 'Luxembourg', 'Malta', 'Netherlands',
    'Poland', 'Portugal', 'Romania', 'Slovakia', 'Slovenia', 'Spain', 'Sweden']), 'EU';

-- Which orders were placed, and which cancellations made: when, by whom, in which region?
-- Grain: one row per invoice number with an accepted line. Country and customer are those of its first accepted line.
create table invoice as
with head as (
    select invoice,
           starts_with(invoice, 'C') as is_cancellation,
           cast(ltrim(invoice, 'C') as hugeint) as number,
           min(moment) as moment,
           min(line) as first_line
    from accepted
    group by invoice
)
select head.*, first.customer, coalesce(country_region.region, 'USA') as region
from head
join accepted first on first.line = head.first_line
left join country_region using (country);
