-- AlterTable
ALTER TABLE "Delegation" ADD COLUMN     "customRoleId" UUID;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_tenantId_customRoleId_fkey" FOREIGN KEY ("tenantId", "customRoleId") REFERENCES "CustomRole"("tenantId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- ---------------------------------------------------------------------------------------------------------------------
-- From here on written by hand: what the schema language cannot say.

-- What speaks of the tenant as a whole is not for readers of a part of it.
CREATE POLICY scope ON "HistoryRegrade" AS RESTRICTIVE TO sundown_scoped USING ((SELECT scopes_are_off())
  OR "tenantId" = ANY ((SELECT whole_tenants())::uuid[]));
CREATE POLICY scope ON "AuditEntry" AS RESTRICTIVE FOR SELECT TO sundown_scoped USING ((SELECT scopes_are_off())
  OR "tenantId" = ANY ((SELECT whole_tenants())::uuid[]));

-- A narrowed writer does not read the log, and yet its entry follows on the last one: the trigger that chains entries runs
-- between these two, which go by the alphabet.
CREATE FUNCTION audit_beyond_scope() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  scopes text := coalesce(current_setting('app.scopes', true), '');
  kept text := coalesce(current_setting('app.scopes_kept', true), '');
BEGIN
  -- Of several rows in one statement the first opens and, once all are in, the first closes.
  IF TG_WHEN = 'BEFORE' AND scopes <> 'off' THEN
    PERFORM set_config('app.scopes_kept', scopes, true), set_config('app.scopes', 'off', true);
  ELSIF TG_WHEN = 'AFTER' AND kept <> '' THEN
    PERFORM set_config('app.scopes', kept, true), set_config('app.scopes_kept', '', true);
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER before_chain BEFORE INSERT ON "AuditEntry" FOR EACH ROW
  WHEN (current_user = 'sundown_scoped') EXECUTE FUNCTION audit_beyond_scope();
CREATE TRIGGER before_chain_over AFTER INSERT ON "AuditEntry" FOR EACH ROW
  WHEN (current_user = 'sundown_scoped') EXECUTE FUNCTION audit_beyond_scope();
