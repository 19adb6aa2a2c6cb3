-- AlterTable
ALTER TABLE "Endpoint" ADD COLUMN     "activeChecks" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "stack" TEXT;

-- AlterTable
ALTER TABLE "Tenant" ADD COLUMN     "cloud" TEXT NOT NULL DEFAULT 'worldwide',
ADD COLUMN     "policyId" TEXT;

-- CreateTable
CREATE TABLE "TenantPolicy" (
    "tenantId" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "basedOn" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TenantPolicy_pkey" PRIMARY KEY ("tenantId","id")
);

-- CreateTable
CREATE TABLE "DeadlineRecord" (
    "id" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "supersedes" TEXT,
    "reason" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeadlineRecord_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "TenantPolicy" ADD CONSTRAINT "TenantPolicy_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- From here on written by hand: what the schema language cannot say.

ALTER TABLE "Tenant" ADD CONSTRAINT "Tenant_cloud_known" CHECK ("cloud" IN ('worldwide', 'gcc', 'gcc-high', 'dod', 'china'));

-- A version of a policy is written once: judgements name it.
SELECT protect_tenant_table('"TenantPolicy"', 'SELECT, INSERT');

-- Deadlines are everybody's to read and the installation's operators' to write.
ALTER TABLE "DeadlineRecord" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DeadlineRecord" FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody ON "DeadlineRecord" FOR SELECT TO sundown_app, sundown_keeper USING (true);
CREATE POLICY operator_adds ON "DeadlineRecord" FOR INSERT TO sundown_app
  WITH CHECK (EXISTS (SELECT FROM "User" WHERE "User"."id" = (SELECT acting_user()) AND "User"."operator"));
CREATE POLICY operator_withdraws ON "DeadlineRecord" FOR UPDATE TO sundown_app
  USING (EXISTS (SELECT FROM "User" WHERE "User"."id" = (SELECT acting_user()) AND "User"."operator"));
GRANT SELECT, INSERT ON "DeadlineRecord" TO sundown_app;
GRANT UPDATE ("withdrawnAt") ON "DeadlineRecord" TO sundown_app;
GRANT SELECT ON "DeadlineRecord" TO sundown_keeper;
