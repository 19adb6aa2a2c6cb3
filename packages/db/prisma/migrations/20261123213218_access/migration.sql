-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('USER', 'KEY', 'SYSTEM');

-- CreateEnum
CREATE TYPE "DelegationStatus" AS ENUM ('REQUESTED', 'ACTIVE', 'REFUSED', 'ENDED', 'LAPSED');

-- CreateEnum
CREATE TYPE "GroupKind" AS ENUM ('STATIC', 'RULE');

-- CreateEnum
CREATE TYPE "ProofMethod" AS ENUM ('DNS', 'HTTP');

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "customRoleId" UUID,
ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "scope" JSONB;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "operator" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "twoFactorEnabled" BOOLEAN DEFAULT false;

-- CreateTable
CREATE TABLE "CustomRole" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "permissions" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CustomRole_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "MemberRole" NOT NULL,
    "customRoleId" UUID,
    "scope" JSONB,
    "memberExpiresAt" TIMESTAMPTZ(3),
    "tokenHash" TEXT NOT NULL,
    "invitedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "scope" JSONB,
    "ipRanges" TEXT[],
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "replacedBy" UUID,

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "tenantId" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "actorKind" "ActorKind" NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT,
    "partnerId" UUID,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT,
    "subjectId" TEXT,
    "before" JSONB,
    "after" JSONB,
    "address" TEXT,
    "requestId" TEXT,
    "previousHash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("tenantId","number")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "partnerId" UUID NOT NULL,
    "customerName" TEXT NOT NULL,
    "partnerName" TEXT NOT NULL,
    "status" "DelegationStatus" NOT NULL DEFAULT 'REQUESTED',
    "role" "MemberRole" NOT NULL,
    "scope" JSONB,
    "days" INTEGER NOT NULL,
    "extends" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "requestedBy" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "endedBy" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "TechnicianGroup" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TechnicianGroup_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "TechnicianGroupMember" (
    "tenantId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "memberId" UUID NOT NULL,

    CONSTRAINT "TechnicianGroupMember_pkey" PRIMARY KEY ("tenantId","groupId","memberId")
);

-- CreateTable
CREATE TABLE "DelegationAssignment" (
    "tenantId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "role" "MemberRole" NOT NULL,

    CONSTRAINT "DelegationAssignment_pkey" PRIMARY KEY ("tenantId","groupId","delegationId")
);

-- CreateTable
CREATE TABLE "EndpointGroup" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "kind" "GroupKind" NOT NULL DEFAULT 'STATIC',
    "rule" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EndpointGroup_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "EndpointGroupMember" (
    "tenantId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "endpointId" UUID NOT NULL,

    CONSTRAINT "EndpointGroupMember_pkey" PRIMARY KEY ("tenantId","groupId","endpointId")
);

-- CreateTable
CREATE TABLE "EndpointTag" (
    "tenantId" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "tag" TEXT NOT NULL,

    CONSTRAINT "EndpointTag_pkey" PRIMARY KEY ("tenantId","endpointId","tag")
);

-- CreateTable
CREATE TABLE "DomainProof" (
    "tenantId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "method" "ProofMethod" NOT NULL,
    "token" TEXT NOT NULL,
    "verifiedAt" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DomainProof_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "TwoFactor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "TwoFactor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CustomRole_tenantId_name_key" ON "CustomRole"("tenantId", "name");

-- CreateIndex
CREATE INDEX "Invitation_tenantId_email_idx" ON "Invitation"("tenantId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tenantId_tokenHash_key" ON "Invitation"("tenantId", "tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_tenantId_hash_key" ON "ApiKey"("tenantId", "hash");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_subjectKind_subjectId_number_idx" ON "AuditEntry"("tenantId", "subjectKind", "subjectId", "number");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_actorId_number_idx" ON "AuditEntry"("tenantId", "actorId", "number");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_action_number_idx" ON "AuditEntry"("tenantId", "action", "number");

-- CreateIndex
CREATE INDEX "Delegation_partnerId_status_tenantId_idx" ON "Delegation"("partnerId", "status", "tenantId");

-- CreateIndex
CREATE UNIQUE INDEX "TechnicianGroup_tenantId_name_key" ON "TechnicianGroup"("tenantId", "name");

-- CreateIndex
CREATE INDEX "TechnicianGroupMember_tenantId_memberId_idx" ON "TechnicianGroupMember"("tenantId", "memberId");

-- CreateIndex
CREATE INDEX "DelegationAssignment_tenantId_delegationId_idx" ON "DelegationAssignment"("tenantId", "delegationId");

-- CreateIndex
CREATE INDEX "DelegationAssignment_customerId_delegationId_idx" ON "DelegationAssignment"("customerId", "delegationId");

-- CreateIndex
CREATE UNIQUE INDEX "EndpointGroup_tenantId_name_key" ON "EndpointGroup"("tenantId", "name");

-- CreateIndex
CREATE INDEX "EndpointGroupMember_tenantId_endpointId_idx" ON "EndpointGroupMember"("tenantId", "endpointId");

-- CreateIndex
CREATE INDEX "EndpointTag_tenantId_tag_endpointId_idx" ON "EndpointTag"("tenantId", "tag", "endpointId");

-- CreateIndex
CREATE UNIQUE INDEX "DomainProof_tenantId_domain_key" ON "DomainProof"("tenantId", "domain");

-- CreateIndex
CREATE INDEX "TwoFactor_secret_idx" ON "TwoFactor"("secret");

-- CreateIndex
CREATE UNIQUE INDEX "TwoFactor_userId_key" ON "TwoFactor"("userId");

-- AddForeignKey
ALTER TABLE "CustomRole" ADD CONSTRAINT "CustomRole_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_tenantId_customRoleId_fkey" FOREIGN KEY ("tenantId", "customRoleId") REFERENCES "CustomRole"("tenantId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TechnicianGroup" ADD CONSTRAINT "TechnicianGroup_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TechnicianGroupMember" ADD CONSTRAINT "TechnicianGroupMember_tenantId_groupId_fkey" FOREIGN KEY ("tenantId", "groupId") REFERENCES "TechnicianGroup"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TechnicianGroupMember" ADD CONSTRAINT "TechnicianGroupMember_tenantId_memberId_fkey" FOREIGN KEY ("tenantId", "memberId") REFERENCES "Member"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegationAssignment" ADD CONSTRAINT "DelegationAssignment_tenantId_groupId_fkey" FOREIGN KEY ("tenantId", "groupId") REFERENCES "TechnicianGroup"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegationAssignment" ADD CONSTRAINT "DelegationAssignment_customerId_delegationId_fkey" FOREIGN KEY ("customerId", "delegationId") REFERENCES "Delegation"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndpointGroup" ADD CONSTRAINT "EndpointGroup_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndpointGroupMember" ADD CONSTRAINT "EndpointGroupMember_tenantId_groupId_fkey" FOREIGN KEY ("tenantId", "groupId") REFERENCES "EndpointGroup"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndpointGroupMember" ADD CONSTRAINT "EndpointGroupMember_tenantId_endpointId_fkey" FOREIGN KEY ("tenantId", "endpointId") REFERENCES "Endpoint"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EndpointTag" ADD CONSTRAINT "EndpointTag_tenantId_endpointId_fkey" FOREIGN KEY ("tenantId", "endpointId") REFERENCES "Endpoint"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DomainProof" ADD CONSTRAINT "DomainProof_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_tenantId_customRoleId_fkey" FOREIGN KEY ("tenantId", "customRoleId") REFERENCES "CustomRole"("tenantId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- From here on written by hand: what the schema language cannot say.

CREATE UNIQUE INDEX "Delegation_live_once" ON "Delegation"("tenantId", "partnerId") WHERE "status" IN ('REQUESTED', 'ACTIVE');
CREATE UNIQUE INDEX "Invitation_open_once" ON "Invitation"("tenantId", "email") WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL;

ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_hash_form" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_tokenHash_form" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_email_form" CHECK ("email" = lower("email"));
ALTER TABLE "EndpointTag" ADD CONSTRAINT "EndpointTag_form" CHECK (length("tag") BETWEEN 1 AND 64 AND "tag" = lower("tag"));
ALTER TABLE "EndpointGroup" ADD CONSTRAINT "EndpointGroup_rule_by_kind" CHECK (("kind" = 'RULE') = ("rule" IS NOT NULL));
ALTER TABLE "DomainProof" ADD CONSTRAINT "DomainProof_domain_form" CHECK ("domain" = lower("domain"));
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_days_range" CHECK ("days" BETWEEN 1 AND 730);
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_two_sides" CHECK ("tenantId" <> "partnerId");
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_never_owner" CHECK ("role" <> 'OWNER');
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_active_ends" CHECK ("status" <> 'ACTIVE' OR ("expiresAt" IS NOT NULL AND "decidedAt" IS NOT NULL AND "decidedBy" IS NOT NULL AND "expiresAt" <= "decidedAt" + interval '731 days'));

SELECT protect_tenant_table('"CustomRole"');
SELECT protect_tenant_table('"Invitation"');
SELECT protect_tenant_table('"ApiKey"');
SELECT protect_tenant_table('"EndpointGroup"');
SELECT protect_tenant_table('"EndpointGroupMember"');
SELECT protect_tenant_table('"EndpointTag"');
SELECT protect_tenant_table('"DomainProof"');
SELECT protect_tenant_table('"TechnicianGroup"');
SELECT protect_tenant_table('"TechnicianGroupMember"');
SELECT protect_tenant_table('"DelegationAssignment"');
SELECT protect_tenant_table('"Delegation"');

-- The partner reads what concerns it, asks, and ends or takes back; it never makes a delegation active.
CREATE POLICY partner_reads ON "Delegation" FOR SELECT TO sundown_app
  USING ("partnerId" = ANY ((SELECT reachable_tenants())::uuid[]));
CREATE POLICY partner_asks ON "Delegation" FOR INSERT TO sundown_app
  WITH CHECK ("partnerId" = ANY ((SELECT reachable_tenants())::uuid[]) AND "status" = 'REQUESTED');
CREATE POLICY partner_ends ON "Delegation" FOR UPDATE TO sundown_app
  USING ("partnerId" = ANY ((SELECT reachable_tenants())::uuid[]))
  WITH CHECK ("partnerId" = ANY ((SELECT reachable_tenants())::uuid[]) AND "status" = 'ENDED');

GRANT SELECT, INSERT, UPDATE, DELETE ON "TwoFactor" TO sundown_auth;

-- The audit log: read and append, nothing else, for every role that the product runs as.
SELECT protect_tenant_table('"AuditEntry"', 'SELECT');
GRANT INSERT ("tenantId", "actorKind", "actorId", "actorName", "partnerId", "action", "subjectKind", "subjectId", "before", "after", "address", "requestId")
  ON "AuditEntry" TO sundown_app;

CREATE FUNCTION audit_hash(entry "AuditEntry") RETURNS text
  LANGUAGE sql STABLE
  RETURN encode(sha256(convert_to(jsonb_build_array(
    entry."previousHash", entry."tenantId", entry."number",
    to_char(entry."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    entry."actorKind", entry."actorId", entry."actorName", entry."partnerId", entry."action", entry."subjectKind",
    entry."subjectId", entry."before", entry."after", entry."address", entry."requestId")::text, 'UTF8')), 'hex');

-- Entries of one tenant are written one after the other: the lock is held until the writing transaction ends.
CREATE FUNCTION audit_chain() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW."tenantId"::text, 7205759405));
  SELECT "number", "hash" INTO last FROM "AuditEntry" WHERE "tenantId" = NEW."tenantId" ORDER BY "number" DESC LIMIT 1;
  NEW."number" := coalesce(last."number", 0) + 1;
  NEW."previousHash" := coalesce(last."hash", repeat('0', 64));
  NEW."at" := date_trunc('milliseconds', clock_timestamp());
  NEW."hash" := audit_hash(NEW);
  RETURN NEW;
END
$$;
CREATE TRIGGER chain BEFORE INSERT ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION audit_chain();

-- How many entries there are, the last one's hash, and the first entry that does not follow from the ones before it.
CREATE FUNCTION audit_verify(tenant uuid) RETURNS TABLE ("entries" int, "lastHash" text, "brokenAt" int)
  LANGUAGE sql STABLE AS $$
  SELECT count(*)::int,
         coalesce((array_agg("hash" ORDER BY "number" DESC))[1], repeat('0', 64)),
         min("position") FILTER (WHERE "number" <> "position" OR "previousHash" <> "expected" OR "hash" <> "computed")
  FROM (
    SELECT e."number", e."hash", e."previousHash", audit_hash(e) AS "computed",
           (row_number() OVER w)::int AS "position", lag(e."hash", 1, repeat('0', 64)) OVER w AS "expected"
    FROM "AuditEntry" e WHERE e."tenantId" = tenant
    WINDOW w AS (ORDER BY e."number")
  ) chain
$$;
