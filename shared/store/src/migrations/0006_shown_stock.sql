-- What lists show of an item stands in its row: one page to read instead of three. `stock` is derived
-- from the bins, as 'warehouse:quantity' with ';' between.

ALTER TABLE item ADD COLUMN stock TEXT NOT NULL DEFAULT '';
UPDATE item SET stock = coalesce(
  (SELECT group_concat(b.warehouse || ':' || b.actual, ';') FROM bin b WHERE b.item = item.id), '');
