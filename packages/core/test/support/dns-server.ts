/** A name server that answers what a test scripted, over UDP on loopback. Everything else does not exist. */
import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'

export interface Script {
  /** By `name TYPE`, for instance `_25._tcp.mx.example TLSA`. */
  readonly [question: string]: readonly Uint8Array[] | 'SERVFAIL' | 'REFUSED' | 'silence'
}

export interface DnsServer {
  /** As `node:dns` takes it. */
  readonly address: string
  readonly asked: readonly string[]
  readonly stop: () => void
}

export async function startDns(script: Script, { authenticated = false } = {}): Promise<DnsServer> {
  const socket = createSocket('udp4')
  const asked: string[] = []
  socket.on('message', (query, peer) => {
    const { name, type, end } = readQuestion(query)
    const question = `${name} ${typeNames.get(type) ?? type}`
    asked.push(question)
    const answer = script[question]
    if (answer === 'silence') return
    const known = Object.keys(script).some((each) => each.startsWith(`${name} `))
    const code = answer === 'SERVFAIL' ? 2 : answer === 'REFUSED' ? 5 : known ? 0 : 3
    const records = Array.isArray(answer) ? (answer as readonly Uint8Array[]) : []
    const header = Buffer.concat([
      query.subarray(0, 2),
      Buffer.of(0x81, 0x80 | (authenticated ? 0x20 : 0) | code, 0, 1, 0, records.length, 0, 0, 0, 0),
    ])
    const sections = records.map((data) =>
      Buffer.concat([
        Buffer.of(0xc0, 12, type >> 8, type & 0xff, 0, 1, 0, 0, 0, 60, data.length >> 8, data.length & 0xff),
        data,
      ]),
    )
    socket.send(Buffer.concat([header, query.subarray(12, end), ...sections]), peer.port, peer.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const { port } = socket.address() as AddressInfo
  return { address: `127.0.0.1:${port}`, asked, stop: () => socket.close() }
}

function readQuestion(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length).toLowerCase())
    at += 1 + length
  }
  return { name: labels.join('.'), type: query.readUInt16BE(at + 1), end: at + 5 }
}

const typeNames = new Map([
  [1, 'A'],
  [15, 'MX'],
  [16, 'TXT'],
  [28, 'AAAA'],
  [52, 'TLSA'],
  [257, 'CAA'],
])

export const a = (address: string) => Buffer.from(address.split('.').map(Number))
export const txt = (text: string) =>
  Buffer.concat(
    (text.match(/.{1,200}/gs) ?? ['']).map((part) => Buffer.concat([Buffer.of(part.length), Buffer.from(part)])),
  )
export const mx = (host: string) =>
  Buffer.concat([
    Buffer.of(0, 10),
    ...host.split('.').map((label) => Buffer.concat([Buffer.of(label.length), Buffer.from(label)])),
    Buffer.of(0),
  ])
export const tlsa = (usage: number, selector: number, matching: number, data: Uint8Array) =>
  Buffer.concat([Buffer.of(usage, selector, matching), data])
export const caa = (flags: number, tag: string, value: string) =>
  Buffer.concat([Buffer.of(flags, tag.length), Buffer.from(tag), Buffer.from(value)])
