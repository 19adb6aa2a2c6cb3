/** Puts facts, target, cost and judgement together. */
import type { Facts } from '../facts.ts'
import type { AddressedTarget } from '../target.ts'
import type { Cost, Judgement, Report } from './report.ts'

export interface ReportParts {
  readonly target: AddressedTarget
  readonly facts: Facts
  readonly cost: Cost
  readonly judgement: Judgement
}

/** The report of one address, `sundown.report/1`. */
export function makeReport({ target, facts, cost, judgement }: ReportParts): Report {
  const { schema: _facts, ...observed } = facts
  const { host, port, serverName, starttls, address } = target
  return {
    schema: 'sundown.report/1',
    target: { host, port, serverName, starttls, address },
    ...observed,
    cost,
    ...judgement,
  }
}
