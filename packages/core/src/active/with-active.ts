import { type Facts, featureIds, vulnerabilityIds } from '../facts.ts'
import type { CheckResult } from './check.ts'

/**
 * Facts with what the checks found. An answer that stands already is kept; one that is open is taken from the checks, and
 * where they were not asked either, from the facts of an earlier scan, which then said it of the same peer.
 */
export function withActive(facts: Facts, result: CheckResult, previous?: Facts): Facts {
  const features = { ...facts.features }
  for (const id of featureIds) {
    const known = features[id]
    const found = result.features[id]
    if (found === undefined || (known !== undefined && known.value !== null)) continue
    features[id] = (found.reason === 'not-asked' ? previous?.features[id] : undefined) ?? found
  }
  const byId = new Map(facts.vulnerabilities.map((fact) => [fact.id, fact]))
  for (const fact of result.vulnerabilities) {
    const known = byId.get(fact.id)
    if (known === undefined || known.state === 'unknown') byId.set(fact.id, fact)
  }
  const vulnerabilities = vulnerabilityIds.flatMap((id) => byId.get(id) ?? [])
  const hsts = result.hsts ?? facts.hsts
  const tolerance = result.tolerance ?? previous?.tolerance
  const refused = (tolerance ?? []).filter(({ value }) => value === false)
  const departures = refused.map(({ id, evidence }) => ({
    id: `${id}-intolerance`,
    detail: evidence[0]?.answer ?? '',
  }))
  const known = new Set(facts.deviations.map(({ id }) => id))
  return {
    ...facts,
    features,
    vulnerabilities,
    deviations: [...facts.deviations, ...departures.filter(({ id }) => !known.has(id))],
    ...(hsts === undefined ? {} : { hsts }),
    ...(tolerance === undefined ? {} : { tolerance }),
  }
}
