import type { Facts } from '@sundown/core/facts'
import { type JudgeOptions, judge } from '@sundown/core/judge'
import type { Judgement } from '@sundown/core/report'
import type { Endpoint } from '@sundown/db'
import { targetOfRow } from '../probing/target-of-row.ts'
import type { Rulings } from './rulings.ts'

type Judged = Pick<Endpoint, 'host' | 'port' | 'serverName' | 'starttls' | 'role'>

/** How a stored endpoint is judged under rulings at an instant. */
export const judgeOptions = (endpoint: Judged, rulings: Rulings, now: Date): JudgeOptions => ({
  ...targetOfRow(endpoint),
  ...rulings,
  role: endpoint.role,
  now,
})

/** Judges facts as those of a stored endpoint. */
export const judgeFor = (endpoint: Judged, facts: Facts, rulings: Rulings, now: Date): Judgement =>
  judge(facts, judgeOptions(endpoint, rulings, now))
