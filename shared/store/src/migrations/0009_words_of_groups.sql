-- The text index of the items learns their groups and brands; the runner writes it anew.

-- What an order promises from stock is counted right after it was placed; so far all of them are.
INSERT INTO setting(key, value)
SELECT 'promised_through', coalesce(max(id), 0) FROM sales_order WHERE true
ON CONFLICT(key) DO UPDATE SET value = excluded.value;
