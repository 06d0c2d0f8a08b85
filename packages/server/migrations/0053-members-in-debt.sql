-- The few members who owe the club are found among all accounts without reading those of everybody else. What moves a balance
-- and no debt leaves this index alone.
CREATE INDEX club_accounts_in_debt ON club_accounts (business_id, account_id) WHERE debt > 0;
