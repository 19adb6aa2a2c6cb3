/** Does a certificate speak for a name? RFC 9525: subjectAltName only, never the common name. */
import { domainToASCII } from 'node:url'
import ipaddr from 'ipaddr.js'
import type { CertificateFact } from '../facts.ts'

type Names = Pick<CertificateFact, 'dnsNames' | 'ipAddresses'>

/** `reference` is a host name (U- or A-label, a closing dot is ignored) or an address literal without brackets. */
export function nameMatches({ dnsNames, ipAddresses }: Names, reference: string): boolean {
  if (ipaddr.isValid(reference)) return ipAddresses.some((presented) => sameAddress(presented, reference))
  const name = domainToASCII(reference).replace(/\.$/, '').toLowerCase()
  return name !== '' && dnsNames.some((presented) => dnsNameMatches(presented.toLowerCase(), name))
}

function dnsNameMatches(presented: string, name: string): boolean {
  if (!hostName.test(presented)) return false
  const exact = presented.replace(/\.$/, '')
  if (!exact.startsWith('*.')) return exact === name
  const suffix = exact.slice(1)
  const label = name.slice(0, -suffix.length)
  // A wildcard above one label ("*.com") is refused as OpenSSL, Node and Schannel's users meet it.
  return suffix.indexOf('.', 1) > 0 && name.endsWith(suffix) && label !== '' && !label.includes('.')
}

function sameAddress(presented: string, reference: string): boolean {
  return ipaddr.isValid(presented) && bytes(presented) === bytes(reference)
}

/** An IPv4-mapped IPv6 address is another identity than the IPv4 address (RFC 9525 section 6.5). */
const bytes = (address: string) => ipaddr.parse(address).toByteArray().join('.')

/** A wildcard is the whole left-most label or nothing (RFC 9525 section 6.3); anything else matches no name. */
const hostName = /^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/
