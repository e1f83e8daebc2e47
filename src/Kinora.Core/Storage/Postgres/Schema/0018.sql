-- An entry is read by its account or by its generation: one index less to write for each.
ALTER TABLE ledger DROP CONSTRAINT ledger_pkey, ADD PRIMARY KEY (account_id, number);
DROP INDEX ledger_by_account;
