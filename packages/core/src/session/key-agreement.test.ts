import { createDiffieHellmanGroup } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decode, opaque16 } from '../wire/codec.ts'
import { WireError } from '../wire/wire-error.ts'
import { agreeByParams, agreeByRsa, bytesOf, integer, power } from './key-agreement.ts'

describe('agreement by finite fields', () => {
  it('comes to the same secret as the other side', () => {
    const server = createDiffieHellmanGroup('modp14')
    const publicKey = server.generateKeys()
    const { clientKeyExchange, preMaster } = agreeByParams({
      kind: 'dh',
      p: server.getPrime(),
      g: server.getGenerator(),
      publicKey,
    })
    const theirs = server.computeSecret(decode(opaque16, clientKeyExchange))
    expect(integer(preMaster)).toBe(integer(theirs))
  })

  it.each([
    ['no prime', ''],
    ['zero', '00'],
  ])('finds %s malformed', (_name, p) => {
    const params = { kind: 'dh', p: Buffer.from(p, 'hex'), g: Uint8Array.of(2), publicKey: Uint8Array.of(3) } as const
    expect(() => agreeByParams(params)).toThrow(WireError)
  })

  it('takes a prime of one, which is none, without harm', () => {
    const params = { kind: 'dh', p: Uint8Array.of(1), g: Uint8Array.of(2), publicKey: Uint8Array.of(3) } as const
    expect(integer(agreeByParams(params).preMaster)).toBe(0n)
  })

  it('does not compute with a prime that is longer than any in use', () => {
    const params = {
      kind: 'dh',
      p: Buffer.alloc(65_535, 0xff),
      g: Uint8Array.of(2),
      publicKey: Uint8Array.of(3),
    } as const
    expect(() => agreeByParams(params)).toThrow(WireError)
  })
})

describe('agreement by curves', () => {
  it.each([0x001d, 0x0017, 0x0018, 0x0019, 0x001e, 0x0016, 0x001a])(
    'finds a point that is none malformed: %i',
    (group) => {
      expect(() => agreeByParams({ kind: 'ec', group, publicKey: Uint8Array.of(4, 1, 2, 3) })).toThrow(WireError)
    },
  )

  it('finds a group that nobody offered malformed', () => {
    expect(() => agreeByParams({ kind: 'ec', group: 0xfefe, publicKey: Uint8Array.of(4) })).toThrow(WireError)
  })
})

it('agreement by RSA finds a certificate that is none malformed', () => {
  expect(() => agreeByRsa(Uint8Array.of(1, 2, 3), 0x0303, (length) => new Uint8Array(length))).toThrow(WireError)
})

it('power and bytes follow the definition', () => {
  expect(power(7n, 560n, 561n)).toBe(7n ** 560n % 561n)
  expect(power(5n, 0n, 7n)).toBe(1n)
  expect(Buffer.from(bytesOf(0x0102n)).toString('hex')).toBe('0102')
})
