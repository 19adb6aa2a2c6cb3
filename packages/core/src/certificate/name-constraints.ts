/** RFC 5280 section 4.2.1.10: names that a CA may not speak for. DNS names, addresses and directory names. */
import type { GeneralName, GeneralSubtrees, NameConstraints } from '@peculiar/asn1-x509'
import ipaddr from 'ipaddr.js'
import { distinguishedName } from './distinguished-name.ts'
import type { ParsedCertificate } from './parse.ts'

export function nameConstraintsAllow(constraints: NameConstraints | null, { fact }: ParsedCertificate): boolean {
  if (!constraints) return true
  const names: readonly Name[] = [
    ...fact.dnsNames.map((value) => ({ kind: 'dNSName' as const, value })),
    ...fact.ipAddresses.map((value) => ({ kind: 'iPAddress' as const, value })),
    ...(fact.subject === '' ? [] : [{ kind: 'directoryName' as const, value: fact.subject }]),
  ]
  return names.every(
    (name) =>
      !matches(constraints.excludedSubtrees, name) &&
      (!restricts(constraints.permittedSubtrees, name.kind) || matches(constraints.permittedSubtrees, name)),
  )
}

interface Name {
  readonly kind: 'dNSName' | 'iPAddress' | 'directoryName'
  readonly value: string
}

/** A kind that the permitted list leaves out is unrestricted. */
function restricts(subtrees: GeneralSubtrees | undefined, kind: Name['kind']): boolean {
  return (subtrees ?? []).some(({ base }) => base[kind] !== undefined)
}

function matches(subtrees: GeneralSubtrees | undefined, name: Name): boolean {
  return (subtrees ?? []).some(({ base }) => within(base, name))
}

function within(base: GeneralName, { kind, value }: Name): boolean {
  if (kind === 'dNSName' && base.dNSName !== undefined)
    return dnsWithin(base.dNSName.toLowerCase(), value.toLowerCase())
  if (kind === 'iPAddress' && base.iPAddress !== undefined) return addressWithin(base.iPAddress, value)
  if (kind === 'directoryName' && base.directoryName) {
    const limit = distinguishedName(base.directoryName).toLowerCase()
    const name = value.toLowerCase()
    return limit === '' || name === limit || name.endsWith(`,${limit}`)
  }
  return false
}

/** A leading dot is no part of the RFC for DNS names but is met, and asks for at least one label more. */
function dnsWithin(limit: string, name: string): boolean {
  if (limit === '') return true
  return limit.startsWith('.') ? name.endsWith(limit) : name === limit || name.endsWith(`.${limit}`)
}

function addressWithin(limit: string, address: string): boolean {
  try {
    const [range, bits] = ipaddr.parseCIDR(limit)
    const candidate = ipaddr.parse(address)
    return range.kind() === candidate.kind() && candidate.match(range, bits)
  } catch {
    return false
  }
}
