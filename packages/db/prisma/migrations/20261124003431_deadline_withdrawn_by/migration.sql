-- AlterTable
ALTER TABLE "DeadlineRecord" ADD COLUMN     "withdrawnBy" TEXT;

-- ---------------------------------------------------------------------------------------------------------------------
-- From here on written by hand: what the schema language cannot say.

GRANT UPDATE ("withdrawnBy") ON "DeadlineRecord" TO sundown_app;
