-- Bodies that the webhook gateway sealed are kept for 14 days (ADR 20); who writes dead letters looks for older ones each time.
create index dead_letter_sealed on dead_letter (rejected_at) where stage = 'webhook-gateway' and value is not null;
