import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cipherSuiteName } from '../wire/registry/cipher-suite.ts'
import { wireVersions } from '../wire/registry/protocol-version.ts'
import { CbcCipher } from './cbc-cipher.ts'
import { directionKeys, recordCipher } from './record-cipher.ts'
import { sessionSuites, sessionVersions, suiteParameters } from './suite-parameters.ts'

const cases = sessionVersions.flatMap((version) =>
  sessionSuites(version).map((id) => [`${version} ${cipherSuiteName(id)}`, version, id] as const),
)
/** One of each kind of record protection, of each version. */
const kinds = [...new Map(cases.map((each) => [kindOf(each), each])).values()]

function kindOf([, version, id]: (typeof cases)[number]): string {
  const { bulk, algorithm, mac } = suiteParameters(id) ?? {}
  return `${version} ${bulk} ${algorithm} ${mac}`
}

/** Both ends of one direction. */
function pair(version: (typeof sessionVersions)[number], id: number) {
  const suite = suiteParameters(id)
  if (suite === undefined) throw new Error('no such suite')
  const randoms = { client: randomBytes(32), server: randomBytes(32) }
  const keys = directionKeys(suite, { hash: 'sha256', master: randomBytes(48), randoms }).client
  const make = () => recordCipher(suite, wireVersions[version], keys, randomBytes)
  return { suite, sender: make(), receiver: make() }
}

describe.each(kinds)('%s', (_name, version, id) => {
  it('opens what it sealed, record after record', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }), (contents) => {
        const { sender, receiver } = pair(version, id)
        for (const content of contents) {
          expect(Buffer.from(receiver.open(23, sender.seal(23, content)) ?? 'refused')).toEqual(Buffer.from(content))
        }
      }),
      { numRuns: 10 },
    )
  })

  // What stands in SSL 3.0's padding is not looked at: that is POODLE.
  if (version === 'SSLv3') return

  it('refuses a record with any bit changed, of another type, cut short, or out of order', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(), fc.integer({ min: 0, max: 7 }), (content, at, bit) => {
        const { sender, receiver } = pair(version, id)
        const sealed = Uint8Array.from(sender.seal(23, content))
        const index = at % sealed.length
        sealed[index] = (sealed[index] as number) ^ (1 << bit)
        expect(receiver.open(23, sealed)).toBeNull()
        const other = pair(version, id)
        expect(other.receiver.open(22, other.sender.seal(23, content))).toBeNull()
        const cut = pair(version, id)
        const whole = cut.sender.seal(23, content)
        expect(cut.receiver.open(23, whole.subarray(0, at % whole.length))).toBeNull()
        const late = pair(version, id)
        late.sender.seal(23, content)
        expect(late.receiver.open(23, late.sender.seal(23, content))).toBeNull()
      }),
      { numRuns: 10 },
    )
  })

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(pair(version, id).receiver.open(23, bytes)).toBeNull()
      }),
      { numRuns: 25 },
    )
  })
})

describe('CbcCipher', () => {
  it('tells what is wrong with a record, for those who want to look', () => {
    const { suite, sender, receiver } = pair('TLSv1.2', 0x002f)
    if (!(sender instanceof CbcCipher) || !(receiver instanceof CbcCipher)) throw new Error('not CBC')
    const look = (shape: Parameters<CbcCipher['sealShaped']>[2]) => {
      const found = receiver.inspect(23, sender.sealShaped(23, Buffer.alloc(11), shape))
      return found === null ? null : [found.padding, found.macValid]
    }
    expect(look(({ content, mac, padding }) => Buffer.concat([content, mac, padding]))).toEqual(['valid', true])
    expect(look(({ content, mac, padding }) => Buffer.concat([content, mac.map((byte) => ~byte), padding]))).toEqual([
      'valid',
      false,
    ])
    expect(look(() => Buffer.alloc(2 * suite.ivLength, 0xff))).toEqual(['overlong', false])
  })
})
