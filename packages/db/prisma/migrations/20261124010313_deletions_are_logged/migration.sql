-- The end of a tenant takes its audit log along, so it stands in the installation's log, in the name of whoever ended it.
CREATE POLICY deletion_adds ON "OperatorEntry" FOR INSERT TO sundown_app
  WITH CHECK ("actorId" = (SELECT acting_user()) AND "action" = 'tenantDelete');

-- The chain goes on from the newest entry, whoever writes and whether or not they may read it.
CREATE POLICY chain_reads ON "OperatorEntry" FOR SELECT TO CURRENT_USER USING (true);
ALTER FUNCTION operator_chain() SECURITY DEFINER SET search_path = public;
