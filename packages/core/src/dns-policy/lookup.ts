/** DNS questions with three-valued answers: records, no records, or why nobody could tell. */
import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { promises as dns, getServers } from 'node:dns'
import { isIP } from 'node:net'
import type { UnknownReason } from '../facts.ts'

export type Found<T> =
  | { readonly records: readonly T[]; readonly reason: null }
  | { readonly records: null; readonly reason: UnknownReason }

export interface TlsaRecord {
  readonly usage: number
  readonly selector: number
  readonly matching: number
  readonly data: Uint8Array
}

export interface CaaRecord {
  readonly critical: boolean
  readonly tag: string
  readonly value: string
}

export interface Lookup {
  readonly txt: (name: string) => Promise<Found<string>>
  readonly mx: (name: string) => Promise<Found<string>>
  readonly tlsa: (name: string) => Promise<Found<TlsaRecord>>
  readonly caa: (name: string) => Promise<Found<CaaRecord>>
  readonly addresses: (name: string) => Promise<Found<string>>
  /** Whether the resolver vouches by DNSSEC for its answer about TLSA records of `name`; null where it did not say. */
  readonly tlsaAuthenticated: (name: string) => Promise<boolean | null>
}

export interface LookupOptions {
  /** `address` or `address:port` as `node:dns` takes them; the system's resolvers by default. */
  readonly servers?: readonly string[]
  /** Milliseconds per try, of which there are two; 2,000 by default. */
  readonly timeout?: number
}

export function createLookup({ servers, timeout = 2000 }: LookupOptions = {}): Lookup {
  const resolver = new dns.Resolver({ timeout, tries: 2 })
  if (servers) resolver.setServers([...servers])
  const ask = async <T, R>(question: Promise<readonly T[]>, read: (record: T) => R): Promise<Found<R>> => {
    try {
      return { records: (await question).slice(0, maxRecords).map(read), reason: null }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      return absent.has(code)
        ? { records: [], reason: null }
        : { records: null, reason: reasons.get(code) ?? 'unreachable' }
    }
  }
  return {
    txt: (name) => ask(resolver.resolveTxt(name), (parts) => parts.join('')),
    mx: (name) => ask(resolver.resolveMx(name), ({ exchange }) => exchange.toLowerCase()),
    tlsa: (name) =>
      ask(resolver.resolveTlsa(name), ({ certUsage, selector, match, data }) => ({
        usage: certUsage,
        selector,
        matching: match,
        data: new Uint8Array(data),
      })),
    caa: (name) =>
      ask(resolver.resolveCaa(name), ({ critical, ...properties }) => {
        const property = Object.entries(properties).find(([name, each]) => name !== 'type' && typeof each === 'string')
        const [tag, value] = property ?? ['', '']
        return { critical: critical !== 0, tag, value: String(value) }
      }),
    addresses: async (name) => {
      const [four, six] = await Promise.all([
        ask(resolver.resolve4(name), (address) => address),
        ask(resolver.resolve6(name), (address) => address),
      ])
      if (four.reason !== null && six.reason !== null) return four
      return { records: [...(six.records ?? []), ...(four.records ?? [])], reason: null }
    },
    tlsaAuthenticated: (name) => authenticatedData(name, (servers ?? getServers())[0] ?? '127.0.0.1', timeout),
  }
}

/**
 * The AD bit (RFC 4035 section 3.2.3), which `node:dns` does not show. It is worth what the path to the resolver is worth,
 * as for every mail server that does DANE.
 */
function authenticatedData(name: string, server: string, timeout: number): Promise<boolean | null> {
  const [host, port] = splitServer(server)
  const socket = createSocket(isIP(host) === 6 ? 'udp6' : 'udp4')
  const id = randomInt(65_536)
  return new Promise((resolve) => {
    const end = (answer: boolean | null) => {
      clearTimeout(timer)
      socket.close()
      resolve(answer)
    }
    const timer = setTimeout(() => end(null), timeout)
    socket.on('error', () => end(null))
    socket.on('message', (message) => {
      if (message.length < 12 || message.readUInt16BE(0) !== id) return
      const flags = message.readUInt16BE(2)
      const code = flags & 0x0f
      end(code === 0 || code === 3 ? (flags & 0x0020) !== 0 : null)
    })
    socket.connect(port, host, () => socket.send(query(id, name)))
  })
}

/** Recursion desired, AD wanted (RFC 6840 section 5.7); type TLSA (52), class IN. */
function query(id: number, name: string): Buffer {
  const labels = name.split('.').map((label) => Buffer.concat([Buffer.of(label.length), Buffer.from(label, 'latin1')]))
  return Buffer.concat([
    Buffer.of(id >> 8, id & 0xff, 0x01, 0x20, 0, 1, 0, 0, 0, 0, 0, 0),
    ...labels,
    Buffer.of(0, 0, 52, 0, 1),
  ])
}

function splitServer(server: string): readonly [host: string, port: number] {
  const [, six, four, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(server) ?? []
  return [six ?? four ?? server, Number(port ?? 53)]
}

/** The name or the type is not there, which is an answer. */
const absent = new Set(['ENODATA', 'ENOTFOUND'])
const reasons = new Map<string, UnknownReason>([
  ['ETIMEOUT', 'timed-out'],
  ['EREFUSED', 'refused'],
  ['EBADRESP', 'malformed'],
  ['EFORMERR', 'malformed'],
  ['EBADNAME', 'malformed'],
])
/** More than any real answer holds. */
const maxRecords = 64
