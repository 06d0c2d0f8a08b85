-- A partner's reward that is taken in a basket adds to what is owed as one that is taken for a code does; the order stands where
-- the redemption stands there, with what was spent on it.
ALTER TABLE partner_entries
  ADD COLUMN order_number text COLLATE "C" CHECK (length(order_number) BETWEEN 1 AND 100),
  ADD COLUMN reward text COLLATE "C" CHECK (length(reward) BETWEEN 1 AND 63),
  ADD COLUMN wallet text COLLATE "C" CHECK (length(wallet) BETWEEN 1 AND 63),
  ADD COLUMN units bigint;
CREATE UNIQUE INDEX partner_entries_once_an_order ON partner_entries (business_id, order_number, reward, kind)
  WHERE order_number IS NOT NULL;
