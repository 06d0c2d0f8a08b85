-- "Today" of a seller is answered from these two alone: what is left to do by whom and about which deal, and which of their
-- deals stand still. Before, each of some thousands of rows was fetched from its table for that.
CREATE INDEX follow_ups_pending ON follow_ups (business_id, owner, due_at) INCLUDE (deal_id) WHERE state IN ('open', 'missed');
DROP INDEX follow_ups_of_owner;
CREATE INDEX deals_in_hand ON deals (business_id, owner, weight DESC, deal_id) INCLUDE (stalled_at) WHERE state = 'open';
DROP INDEX deals_by_weight;
