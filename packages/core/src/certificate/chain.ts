/** What the server put beside its leaf, and how it ordered it (RFC 5246 section 7.4.2; RFC 8446 section 4.4.2). */
import type { ServedFact } from '../facts.ts'
import type { ParsedCertificate } from './parse.ts'

export function describeServed(chain: readonly ParsedCertificate[]): ServedFact {
  const distinct = [...new Map(chain.map((each) => [each.fact.sha256, each])).values()]
  const related = relatives(distinct)
  const links = distinct.filter((each) => related.has(each))
  return {
    ordered: links.every((each, index) => index === 0 || links[index - 1]?.issuerKey === each.subjectKey),
    duplicates: chain.length - distinct.length,
    unrelated: distinct.length - related.size,
    includesRoot: distinct.slice(1).some(({ fact, x509 }) => x509 !== null && fact.selfIssued),
  }
}

/** The leaf, its issuers by name, theirs, and so on: cross-signs make this a graph, loops included. */
function relatives(chain: readonly ParsedCertificate[]): ReadonlySet<ParsedCertificate> {
  const related = new Set(chain.slice(0, 1))
  for (const child of related) {
    for (const each of chain) if (each.x509 && each.subjectKey === child.issuerKey) related.add(each)
  }
  return related
}
