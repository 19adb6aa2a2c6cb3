import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concat, encodeRecord, HandshakeReader, RecordReader, type TlsRecord } from './record.ts'
import { WireError } from './wire-error.ts'

const fragment = fc.uint8Array({ maxLength: 64 })
const record = fc.record({ type: fc.integer({ min: 20, max: 24 }), version: fc.constant(0x0303), fragment })

/** `bytes` cut at the given places. */
function pieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b)
  return [0, ...places].map((from, at) => bytes.subarray(from, places[at] ?? bytes.length))
}

describe('RecordReader', () => {
  test('gives the same records however their bytes arrive', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 6 }), fc.array(fc.nat()), (records, cuts) => {
        const reader = new RecordReader()
        const seen: TlsRecord[] = []
        for (const piece of pieces(concat(records.map(encodeRecord)), cuts)) {
          reader.push(piece)
          for (let next = reader.next(); next !== null; next = reader.next()) seen.push(next)
        }
        expect(seen.map(({ fragment: content }) => [...content])).toEqual(
          records.map(({ fragment: content }) => [...content]),
        )
      }),
    )
  })

  test.each([
    ['another protocol', [0x48, 0x54, 0x54, 0x50, 0x2f], 'bad-value'],
    ['a fragment over 2^14 + 2048 bytes', [22, 3, 3, 0x48, 0x01], 'too-large'],
  ])('refuses %s at once', (_, header, code) => {
    const reader = new RecordReader()
    reader.push(Uint8Array.from(header))
    expect(() => reader.next()).toThrow(expect.objectContaining({ code }))
  })
})

describe('HandshakeReader', () => {
  const message = fc.record({ type: fc.nat(255), body: fc.uint8Array({ maxLength: 80 }) })
  const framed = ({ type, body }: { type: number; body: Uint8Array }) =>
    concat([Uint8Array.of(type, 0, body.length >> 8, body.length & 0xff), body])

  test('joins messages that span fragments and parts those that share one', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), fc.array(fc.nat()), (messages, cuts) => {
        const reader = new HandshakeReader()
        const seen: number[][] = []
        for (const piece of pieces(concat(messages.map(framed)), cuts)) {
          reader.push(piece)
          for (let next = reader.next(); next !== null; next = reader.next()) seen.push([next.type, ...next.body])
        }
        expect(seen).toEqual(messages.map(({ type, body }) => [type, ...body]))
        expect(reader.pending).toBe(false)
      }),
    )
  })

  test('refuses a message that claims 16 MB before it has come', () => {
    const reader = new HandshakeReader()
    reader.push(Uint8Array.of(11, 0xff, 0xff, 0xff))
    expect(() => reader.next()).toThrow(WireError)
  })
})
