-- Schema 6: a later event of the unsent order, and stock as lists show it.
INSERT INTO sales_order_event(order_id, at_ms, offset_minutes, event)
VALUES(1, 1795266000000, 60, '{"event":"postponed","reason":"no signal"}');
UPDATE item SET stock = '1:10' WHERE id = 64 AND stock = '';
