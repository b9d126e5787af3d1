-- The documents of items and prices stand in compressed blocks of many: a third of the pages, and a
-- first load that is done much sooner. `document_at` is the block × 64 + the place in it. The digests
-- tell a document, and its barcodes and units, from those that were stored. The runner moves the
-- documents over and drops `item_document` and `item_price.document`.

CREATE TABLE document_block(
  id INTEGER PRIMARY KEY,
  content BLOB NOT NULL DEFAULT x''
) STRICT;

ALTER TABLE item ADD COLUMN document_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN parts_digest INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item_price ADD COLUMN document_at INTEGER NOT NULL DEFAULT 0;

-- Those nobody has described yet: how many items have a document is what the others are.
CREATE INDEX item_undescribed ON item(id) WHERE document_at = 0;
