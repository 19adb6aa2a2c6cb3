/** CBC records that are wrong in one way each. A correct receiver treats them all alike (RFC 5246 section 6.2.3.2). */
import type { CbcCipher, CbcParts, SuiteParameters } from '../session/index.ts'
import { contentTypes } from '../wire/record.ts'

export const malformations = [
  'bad-mac',
  'bad-mac-bad-padding',
  'bad-padding',
  'overlong-padding',
  'all-padding',
  'empty-bad-mac',
  'empty-bad-mac-bad-padding',
] as const
export type Malformation = (typeof malformations)[number]

/** The fragment of an application data record with that flaw. Its content, should it ever be read, is line ends. */
export function malformedFragment(kind: Malformation, cipher: CbcCipher, suite: SuiteParameters): Uint8Array {
  const content = kind.startsWith('empty') ? new Uint8Array(0) : lineEnds
  return cipher.sealShaped(contentTypes.applicationData, content, (parts) => shapes[kind](parts, suite))
}

/** The same record with its padding bytes other than they must be; its length byte stays right. */
export function withBadPadding({ content, mac, padding }: CbcParts, { ivLength }: SuiteParameters): Uint8Array {
  // A block more than needed, so that there is a padding byte to be wrong in whatever the content.
  const length = padding.length + ivLength
  const bad = Buffer.alloc(length, (length - 1) ^ 0x55)
  bad[length - 1] = length - 1
  return Buffer.concat([content, mac, bad])
}

const lineEnds = Buffer.from('\r\n'.repeat(16))

const shapes: Readonly<Record<Malformation, (parts: CbcParts, suite: SuiteParameters) => Uint8Array>> = {
  'bad-mac': (parts, suite) => withGoodPadding(withBadMac(parts), suite),
  'bad-mac-bad-padding': (parts, suite) => withBadPadding(withBadMac(parts), suite),
  'bad-padding': withBadPadding,
  'overlong-padding': ({ content, mac, padding }) =>
    Buffer.concat([content, mac, Buffer.alloc(padding.length - 1), Buffer.of(0xff)]),
  // Nothing but valid padding: no room is left for a MAC.
  'all-padding': ({ content, mac, padding }) => {
    const length = content.length + mac.length + padding.length
    return Buffer.alloc(length, length - 1)
  },
  'empty-bad-mac': (parts, suite) => withGoodPadding(withBadMac(parts), suite),
  'empty-bad-mac-bad-padding': (parts, suite) => withBadPadding(withBadMac(parts), suite),
}

/** Of the same length as `withBadPadding` makes. */
function withGoodPadding({ content, mac, padding }: CbcParts, { ivLength }: SuiteParameters): Uint8Array {
  const length = padding.length + ivLength
  return Buffer.concat([content, mac, Buffer.alloc(length, length - 1)])
}

function withBadMac(parts: CbcParts): CbcParts {
  return { ...parts, mac: parts.mac.map((byte) => byte ^ 0xff) }
}
