import { type ProfileResult, simulateClients, simulatePeers } from '@sundown/core/clients'
import type { CertificateFact, ProtocolVersion, TrustFact } from '@sundown/core/facts'
import { judge } from '@sundown/core/judge'
import type { Judgement } from '@sundown/core/report'
import { type Change, type WhatIf, whatIf } from '@sundown/core/what-if'
import type { Context } from '../../context.ts'
import { invalid, notFound } from '../../errors.ts'
import { judgeOptions } from '../../judging/judge-for.ts'
import { type EndpointRow, endpointByKey } from '../endpoint/index.ts'
import { rulings, rulingsUnder } from '../policy/index.ts'
import { factsOf, type ResultRow, resultsOf } from '../result/index.ts'
import { scanByKey } from '../scan/index.ts'

export interface AddressOutcome extends WhatIf {
  readonly address: string
}

export interface Changes {
  readonly switchOff?: readonly ProtocolVersion[] | null | undefined
  readonly certificate?:
    | {
        readonly notAfter?: Date | null | undefined
        readonly trust?: TrustFact['state'] | null | undefined
        readonly rsaBits?: number | null | undefined
      }
    | null
    | undefined
  readonly deadline?: { readonly id: string; readonly date: string } | null | undefined
  readonly blockOn?: string | null | undefined
  readonly policyId?: string | null | undefined
}

/** What the changes would do to what one scan saw at one address; null where nothing was seen. */
export async function whatIfOfResult(
  context: Context,
  result: ResultRow,
  wish: Changes,
): Promise<AddressOutcome | null> {
  const { tenantId, endpointId, address } = result
  const facts = await factsOf(context, result)
  const endpoint = await endpointByKey(context, { tenantId, id: endpointId })
  if (!facts || !endpoint) return null
  const now = context.app.now()
  const options = judgeOptions(endpoint, await rulings(context, tenantId), now)
  return { address, ...whatIf(facts, await changesOf(context, tenantId, wish, now), options) }
}

/** What the changes would do to each address of the newest scan; empty before the first. */
export async function whatIfOf(context: Context, endpoint: EndpointRow, wish: Changes): Promise<AddressOutcome[]> {
  const { tenantId, lastScanId } = endpoint
  const scan = lastScanId ? await scanByKey(context, { tenantId, id: lastScanId }) : null
  if (!scan) return []
  const now = context.app.now()
  const changes = await changesOf(context, tenantId, wish, now)
  const options = judgeOptions(endpoint, await rulings(context, tenantId), now)
  const outcomes: AddressOutcome[] = []
  for (const result of await resultsOf(context, scan)) {
    const facts = await factsOf(context, result)
    if (facts) outcomes.push({ address: result.address, ...whatIf(facts, changes, options) })
  }
  return outcomes
}

async function changesOf(context: Context, tenantId: string, wish: Changes, now: Date): Promise<Change[]> {
  const changes: Change[] = []
  const { switchOff, certificate, deadline, blockOn, policyId } = wish
  if (switchOff?.length) changes.push({ kind: 'switch-off', versions: switchOff })
  if (certificate) {
    const { notAfter, trust, rsaBits } = certificate
    const leaf: Partial<CertificateFact> = {
      notBefore: now.toISOString(),
      ...((trust ?? 'trusted') === 'trusted'
        ? { signatureAlgorithm: 'sha256WithRSAEncryption', selfIssued: false }
        : {}),
      ...(notAfter ? { notAfter: notAfter.toISOString() } : {}),
      ...(rsaBits ? { key: { algorithm: 'RSA', bits: rsaBits, curve: null } } : {}),
    }
    changes.push({ kind: 'replace-certificate', leaf, trust: trust ?? 'trusted' })
  }
  if (deadline) {
    const { deadlines } = await rulings(context, tenantId)
    if (!deadlines.some((record) => record.id === deadline.id))
      throw notFound('deadline', ['changes', 'deadline', 'id'])
    changes.push({
      kind: 'move-deadline',
      id: deadline.id,
      date: dayOf(deadline.date, ['changes', 'deadline', 'date']),
    })
  }
  if (blockOn) changes.push({ kind: 'block-on', date: dayOf(blockOn, ['changes', 'blockOn']) })
  if (policyId) {
    const under = await rulingsUnder(context, tenantId, policyId)
    if (!under) throw notFound('policy', ['changes', 'policyId'])
    changes.push({ kind: 'judge-by', policy: under.policy })
  }
  return changes
}

function dayOf(text: string, path: readonly string[]): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw invalid({ code: 'INVALID', message: 'A day is written as 2027-06-30.', path })
}

/** The facts of a result judged now. */
export async function judgementUnder(
  context: Context,
  result: ResultRow,
  policyId: string | null,
): Promise<Judgement | null> {
  const { tenantId } = result
  const facts = await factsOf(context, result)
  const endpoint = await endpointByKey(context, { tenantId, id: result.endpointId })
  if (!facts || !endpoint) return null
  const under = policyId ? await rulingsUnder(context, tenantId, policyId) : await rulings(context, tenantId)
  if (!under) throw notFound('policy', ['policyId'])
  return judge(facts, judgeOptions(endpoint, under, context.app.now()))
}

export async function clientsOf(context: Context, result: ResultRow): Promise<ProfileResult[]> {
  const facts = await factsOf(context, result)
  return facts ? [...simulateClients(facts)] : []
}

export async function peersOf(context: Context, result: ResultRow): Promise<ProfileResult[]> {
  const facts = await factsOf(context, result)
  return facts ? [...simulatePeers(facts)] : []
}
