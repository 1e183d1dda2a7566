-- How many values were expected and found, and how many differ in which way?
select (select count(*) from expected_final) as values_expected,
       (select count(*) from expected_final semi join actual using (series, window_end)) as values_compared,
       (select count(*) from expected) - (select count(*) from expected_final) as values_not_final,
       (select count(*) from difference where kind = 'wrong') as wrong,
       (select count(*) from difference where kind = 'missing') as missing,
       (select count(*) from difference where kind = 'extra') as extra
