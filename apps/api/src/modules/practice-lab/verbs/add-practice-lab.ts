import { X509Certificate } from 'node:crypto'
import type { Tx } from '@sundown/db'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError } from '../../../errors.ts'
import { tenantIdOf } from '../../../global-id.ts'
import type { EndpointRow } from '../../endpoint/index.ts'
import { insertScans, type ScanRow } from '../../scan/index.ts'
import { type LabTarget, labCaPem, targetsOf } from '../targets.ts'

/** Adds what is missing of the lab, trusts its certificate authority in this tenant, and scans all of it. */
export async function addPracticeLab({
  ctx,
  input,
}: {
  ctx: Context
  input: { tenantId: string }
}): Promise<{ endpoints: EndpointRow[]; scans: ScanRow[] }> {
  const tenantId = tenantIdOf(input.tenantId, ['tenantId'])
  permit(ctx.viewer, tenantId, 'lab.add', ['tenantId'])
  const pem = await labCaPem(ctx.app)
  if (!pem)
    throw new DomainError('precondition', [
      { code: 'CONFLICT', message: 'This installation runs no practice lab.', path: [] },
    ])
  return ctx.write(async (tx) => {
    await trustLab(tx, tenantId, pem)
    const endpoints = await addTargets(tx, tenantId, targetsOf(ctx.app))
    await audit(tx, ctx, { tenantId, action: 'practiceLabAdd', after: { endpoints: endpoints.map(({ id }) => id) } })
    return { endpoints, scans: await insertScans(ctx, tx, endpoints) }
  })
}

async function trustLab(tx: Tx, tenantId: string, pem: string): Promise<void> {
  const sha256 = new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase()
  await tx.trustAnchor.upsert({
    where: { tenantId_sha256: { tenantId, sha256 } },
    create: { tenantId, sha256, pem, name: 'Sundown practice lab', origin: 'LAB' },
    update: {},
  })
}

async function addTargets(tx: Tx, tenantId: string, targets: readonly LabTarget[]): Promise<EndpointRow[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`lab ${tenantId}`}, 0))`
  const there = await tx.endpoint.findMany({ where: { tenantId, deletedAt: null, OR: targets.map(peerOf) } })
  const isThere = (target: LabTarget) => there.some((row) => row.host === target.host && row.port === target.port)
  const added = await tx.endpoint.createManyAndReturn({
    data: targets
      .filter((target) => !isThere(target))
      .map((target) => ({ ...peerOf(target), tenantId, role: target.role, label: target.name.en, origin: 'LAB' })),
  })
  return [...there, ...added].sort((a, b) => a.port - b.port)
}

const peerOf = ({ host, port, serverName, starttls }: LabTarget) => ({ host, port, serverName, starttls })
