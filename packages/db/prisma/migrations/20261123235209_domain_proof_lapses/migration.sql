-- AlterTable
ALTER TABLE "DomainProof" ADD COLUMN     "failure" TEXT,
ADD COLUMN     "lapsedAt" TIMESTAMPTZ(3);
