import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxEarlyData } from './max-early-data.ts'

/** SEQUENCE { INTEGER 1, [14] { INTEGER 5 }, [15] { INTEGER 1024 } }, the fields of OpenSSL that matter here. */
const session = Buffer.from('300e020101ae03020105af0402020400', 'hex')

describe('maxEarlyData', () => {
  it('reads the field under tag 15', () => {
    expect(maxEarlyData(session)).toBe(1024)
  })

  it('finds the session behind the head that Node puts in front of it', () => {
    expect(maxEarlyData(Buffer.concat([Buffer.from('nodejs:tls:session:1\0\0\x050000:'), session]))).toBe(1024)
  })

  it('is 0 where the session has no such field', () => {
    expect(maxEarlyData(Buffer.from('3003020101', 'hex'))).toBe(0)
  })

  it('survives every truncation and any bytes', () => {
    for (let length = 0; length < session.length; length += 1) expect(maxEarlyData(session.subarray(0, length))).toBe(0)
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => maxEarlyData(bytes) >= 0))
  })
})
