-- How many endpoints a tenant watches is asked with nearly every list. This index holds nothing but the tenant, once for
-- many rows, so that counting a thousand reads a page or two of it and no row.
CREATE INDEX "Endpoint_watched" ON "Endpoint"("tenantId") WHERE "deletedAt" IS NULL;
