-- How many lines can't be accepted, by reason?
select rejected as reason, count(*) as lines
from line
where rejected is not null
group by rejected
order by rejected
