import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CbcCipher, suiteParameters } from '../session/index.ts'
import { cipherSuiteName } from '../wire/registry/cipher-suite.ts'
import { malformations, malformedFragment, withBadPadding } from './malformed-records.ts'

const suites = [0x002f, 0x0035, 0x003c, 0x000a, 0xc028, 0x0041] as const

function ends(id: number, version: number) {
  const suite = suiteParameters(id)
  if (suite === undefined) throw new Error('no such suite')
  const keys = {
    macKey: randomBytes(suite.macLength),
    key: randomBytes(suite.keyLength),
    iv: randomBytes(suite.ivLength),
  }
  const make = () => new CbcCipher(suite, version, keys, randomBytes)
  return { suite, sender: make(), receiver: make() }
}

/** Padding, MAC and content as a receiver finds them. */
const expected = {
  'bad-mac': ['valid', false, 32],
  'bad-mac-bad-padding': ['inconsistent', false, 32],
  'bad-padding': ['inconsistent', true, 32],
  'overlong-padding': ['overlong', false, 0],
  'all-padding': ['overlong', false, 0],
  'empty-bad-mac': ['valid', false, 0],
  'empty-bad-mac-bad-padding': ['inconsistent', false, 0],
} as const

describe.each(suites.flatMap((id) => [0x0301, 0x0303].map((version) => [cipherSuiteName(id), version, id] as const)))(
  'under %s, version %i',
  (_name, version, id) => {
    it.each(malformations)('%s is wrong in that way and in no other', (kind) => {
      const { suite, sender, receiver } = ends(id, version)
      const found = receiver.inspect(23, malformedFragment(kind, sender, suite))
      expect([found?.padding, found?.macValid, found?.content.length]).toEqual(expected[kind])
    })

    it('no correct receiver opens any of them', () => {
      for (const kind of malformations) {
        const { suite, sender, receiver } = ends(id, version)
        expect(receiver.open(23, malformedFragment(kind, sender, suite))).toBeNull()
      }
    })

    it('a message of any length can have bad padding', () => {
      for (let length = 0; length < 40; length += 1) {
        const { suite, sender, receiver } = ends(id, version)
        const content = randomBytes(length)
        const fragment = sender.sealShaped(22, content, (parts) => withBadPadding(parts, suite))
        const found = receiver.inspect(22, fragment)
        expect([found?.padding, found?.macValid]).toEqual(['inconsistent', true])
        expect(found?.content).toEqual(content)
      }
    })
  },
)
