-- CreateTable
CREATE TABLE "OperatorEntry" (
    "number" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "address" TEXT,
    "requestId" TEXT,
    "previousHash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "OperatorEntry_pkey" PRIMARY KEY ("number")
);

-- What operators do for the whole installation, as the tenants' audit logs are kept: added to, and never changed.
ALTER TABLE "OperatorEntry" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OperatorEntry" FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_reads ON "OperatorEntry" FOR SELECT TO sundown_app
  USING (EXISTS (SELECT FROM "User" WHERE "User"."id" = (SELECT acting_user()) AND "User"."operator"));
CREATE POLICY operator_adds ON "OperatorEntry" FOR INSERT TO sundown_app
  WITH CHECK ("actorId" = (SELECT acting_user()) AND EXISTS (SELECT FROM "User" WHERE "User"."id" = (SELECT acting_user()) AND "User"."operator"));
CREATE POLICY keeper_reads ON "OperatorEntry" FOR SELECT TO sundown_keeper USING (true);
GRANT SELECT ON "OperatorEntry" TO sundown_app, sundown_keeper;
GRANT INSERT ("actorId", "actorName", "action", "subjectKind", "subjectId", "before", "after", "address", "requestId")
  ON "OperatorEntry" TO sundown_app;

CREATE FUNCTION operator_hash(entry "OperatorEntry") RETURNS text
  LANGUAGE sql STABLE
  RETURN encode(sha256(convert_to(jsonb_build_array(
    entry."previousHash", entry."number",
    to_char(entry."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    entry."actorId", entry."actorName", entry."action", entry."subjectKind", entry."subjectId",
    entry."before", entry."after", entry."address", entry."requestId")::text, 'UTF8')), 'hex');

-- The trigger looks at all entries, whoever writes.
CREATE FUNCTION operator_chain() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  PERFORM pg_advisory_xact_lock(7205759406);
  SELECT "number", "hash" INTO last FROM "OperatorEntry" ORDER BY "number" DESC LIMIT 1;
  NEW."number" := coalesce(last."number", 0) + 1;
  NEW."previousHash" := coalesce(last."hash", repeat('0', 64));
  NEW."at" := date_trunc('milliseconds', clock_timestamp());
  NEW."hash" := operator_hash(NEW);
  RETURN NEW;
END
$$;

CREATE TRIGGER chain BEFORE INSERT ON "OperatorEntry" FOR EACH ROW EXECUTE FUNCTION operator_chain();
