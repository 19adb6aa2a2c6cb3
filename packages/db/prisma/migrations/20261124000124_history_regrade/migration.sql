-- CreateTable
CREATE TABLE "HistoryRegrade" (
    "tenantId" UUID NOT NULL,
    "rulings" TEXT NOT NULL,
    "policyId" TEXT NOT NULL,
    "lastScanId" UUID,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HistoryRegrade_pkey" PRIMARY KEY ("tenantId")
);

-- AddForeignKey
ALTER TABLE "HistoryRegrade" ADD CONSTRAINT "HistoryRegrade_tenantId_fkey" FOREIGN KEY ("tenantId") REFERENCES "Tenant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- From here on written by hand: what the schema language cannot say.

SELECT protect_tenant_table('"HistoryRegrade"');
ALTER TABLE "HistoryRegrade" ADD CONSTRAINT "HistoryRegrade_counts" CHECK ("total" >= 0 AND "done" >= 0 AND "changed" >= 0);
