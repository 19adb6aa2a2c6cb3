import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scriptedPeer } from '../../test/support/scripted-peer.ts'
import { StreamEnd } from '../net/stream-end.ts'
import { NotTls } from '../probe/message-stream.ts'
import { certificate } from '../wire/certificate-message.ts'
import { empty } from '../wire/codec.ts'
import { encodeHandshake, handshakeTypes } from '../wire/handshake.ts'
import { concat, encodeRecord } from '../wire/record.ts'
import { serverHello } from '../wire/server-hello.ts'
import { serverKeyExchange } from '../wire/server-key-exchange.ts'
import { WireError } from '../wire/wire-error.ts'
import { ClientSession } from './client-session.ts'
import { PeerAlert } from './peer-alert.ts'
import { sessionOffer } from './session-offer.ts'

const suite = 0xc013
const offer = sessionOffer('TLSv1.2', { shape: 'test', cipherSuites: [suite, 0x0033], serverName: 'a.example' })
const random = (length: number): Uint8Array => createHash('shake256', { outputLength: length }).update('seed').digest()

/** A flight as a server sends it, with parameters that need not be right. */
function flight(id = suite): Uint8Array {
  const shape = { params: id === suite ? 'ec' : 'dh', signed: true, namesScheme: true, hint: false } as const
  const params =
    id === suite
      ? ({ kind: 'ec', group: 0x001d, publicKey: random(32) } as const)
      : ({ kind: 'dh', p: random(64), g: Uint8Array.of(2), publicKey: random(64) } as const)
  const hello = {
    version: 0x0303,
    random: random(32),
    sessionId: random(32),
    cipherSuite: id,
    compressionMethod: 0,
    extensions: [],
  }
  const messages = concat([
    encodeHandshake(handshakeTypes.serverHello, serverHello, hello),
    encodeHandshake(handshakeTypes.certificate, certificate, [random(100)]),
    encodeHandshake(handshakeTypes.serverKeyExchange, serverKeyExchange(shape), {
      params,
      signatureScheme: 0x0401,
      signature: random(64),
    }),
    encodeHandshake(handshakeTypes.serverHelloDone, empty, true),
  ])
  return encodeRecord({ type: 22, version: 0x0303, fragment: messages })
}

/** What a session comes to with a server that says this and hangs up: its suite, or the name of the error. */
async function comesTo(bytes: Uint8Array): Promise<number | string> {
  const stream = scriptedPeer([{ says: bytes }], { cut: bytes.length })
  try {
    const session = await ClientSession.open(stream, offer, random)
    await session.finish()
    return session.flight.suite.id
  } catch (error) {
    if (
      error instanceof PeerAlert ||
      error instanceof StreamEnd ||
      error instanceof NotTls ||
      error instanceof WireError
    )
      return error.name
    throw error
  } finally {
    stream.close()
  }
}

describe('a session whose server', () => {
  it('says its flight and hangs up ends with the stream', async () => {
    expect(await comesTo(flight())).toBe('StreamEnd')
  })

  it('is cut off at any byte ends with the stream', async () => {
    const whole = flight()
    for (let length = 1; length < whole.length; length += 7) {
      expect(await comesTo(whole.subarray(0, length))).toBe('StreamEnd')
    }
  })

  it('has any byte of its flight wrong never throws anything of ours', async () => {
    const wholes = [flight(), flight(0x0033)]
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, change, useDh) => {
        const bytes = Uint8Array.from(wholes[useDh ? 1 : 0] as Uint8Array)
        const index = at % bytes.length
        bytes[index] = (bytes[index] as number) ^ change
        expect(await comesTo(bytes)).toBeTypeOf('string')
      }),
      { numRuns: 300 },
    )
  })

  it('says anything at all never throws anything of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), async (bytes) => {
        expect(await comesTo(bytes)).toBeTypeOf('string')
      }),
      { numRuns: 200 },
    )
  })

  it('picks a suite that was not offered is malformed', async () => {
    const stream = scriptedPeer([{ says: flight() }], { cut: 10_000 })
    const other = { ...offer, cipherSuites: [0x002f] }
    await expect(ClientSession.open(stream, other, random)).rejects.toBeInstanceOf(WireError)
  })

  it('sends alerts and empty records without end is cut off', async () => {
    const warning = encodeRecord({ type: 21, version: 0x0303, fragment: Uint8Array.of(1, 112) })
    const nothing = encodeRecord({ type: 22, version: 0x0303, fragment: new Uint8Array(0) })
    expect(await comesTo(concat(Array.from({ length: 50 }, () => warning)))).toBe('StreamEnd')
    expect(await comesTo(concat(Array.from({ length: 50 }, () => nothing)))).toBe('StreamEnd')
  })
})
