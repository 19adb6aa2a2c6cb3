import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export interface AddressGuardOptions {
  /** CIDRs that may be dialled beside public unicast, for instance `10.0.0.0/8`. */
  readonly allow: readonly string[]
  /** First and last loopback port of the practice lab. */
  readonly practicePorts?: readonly [first: number, last: number]
}

export interface AddressGuard {
  /** Whether `address` (a literal, never a name) may be dialled on `port`. */
  readonly permits: (address: string, port: number) => boolean
}

/**
 * Which addresses may be dialled: public unicast, what `allow` names, and the practice lab on loopback. Cloud metadata,
 * link-local, multicast, broadcast and unspecified addresses are refused whatever `allow` says. IPv4 inside IPv6
 * (mapped, NAT64, 6to4) is judged as the IPv4 address it reaches. Throws a `RangeError` on a malformed CIDR.
 */
export function createAddressGuard({ allow, practicePorts }: AddressGuardOptions): AddressGuard {
  const allowed = allow.map(parseCidr)
  const permits = (text: string, port: number): boolean => {
    if (!ipaddr.isValid(text) || text.includes('%')) return false
    const addresses = reached(ipaddr.parse(text))
    if (addresses.some(isNeverDialled)) return false
    return addresses.every((address) => {
      if (address.range() === 'unicast' || isAllowed(address, allowed)) return true
      return (
        address.range() === 'loopback' &&
        practicePorts !== undefined &&
        port >= practicePorts[0] &&
        port <= practicePorts[1]
      )
    })
  }
  return { permits }
}

/** Dials what it is told: for the command line, where the person at the keyboard decides. */
export const openGuard: AddressGuard = { permits: (address) => isIP(address) !== 0 }

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Cidr = readonly [Address, number]

function parseCidr(text: string): Cidr {
  if (!ipaddr.isValidCIDR(text)) throw new RangeError(`not a CIDR: ${text}`)
  return ipaddr.parseCIDR(text)
}

/** The address itself, or what it stands for where it carries an IPv4 address. */
function reached(address: Address): readonly Address[] {
  if (!(address instanceof ipaddr.IPv6)) return [address]
  if (address.isIPv4MappedAddress()) return [address.toIPv4Address()]
  const bytes = address.toByteArray()
  const inner = (at: number): Address => ipaddr.fromByteArray(bytes.slice(at, at + 4))
  // NAT64's well-known prefix (RFC 6052) reaches an IPv4 address, and so does 6to4 (RFC 3056).
  if (address.range() === 'rfc6052') return [inner(12)]
  if (address.range() === '6to4') return [inner(2)]
  // Deprecated IPv4-compatible addresses: ::a.b.c.d.
  if (bytes.slice(0, 12).every((byte) => byte === 0) && bytes.slice(12).some((byte, at) => byte !== 0 && at < 3)) {
    return [inner(12)]
  }
  return [address]
}

function isNeverDialled(address: Address): boolean {
  if (neverRanges.has(address.range())) return true
  return metadata.some((cidr) => isWithin(address, cidr))
}

function isAllowed(address: Address, allowed: readonly Cidr[]): boolean {
  return allowed.some((cidr) => isWithin(address, cidr))
}

function isWithin(address: Address, [network, bits]: Cidr): boolean {
  if (address instanceof ipaddr.IPv4) return network instanceof ipaddr.IPv4 && address.match(network, bits)
  return network instanceof ipaddr.IPv6 && address.match(network, bits)
}

const neverRanges = new Set(['linkLocal', 'multicast', 'broadcast', 'unspecified'])
/** Instance metadata of the clouds: AWS, Azure and Google share the first; then AWS IPv6, Alibaba, Oracle, Azure's host. */
const metadata: readonly Cidr[] = [
  '169.254.0.0/16',
  'fd00:ec2::254/128',
  '100.100.100.200/32',
  '192.0.0.192/32',
  '168.63.129.16/32',
].map(parseCidr)
