import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ssl3Expand, ssl3Mac, ssl3VerifyData } from './ssl3-secrets.ts'

const hash = (name: 'md5' | 'sha1', hex: string): string =>
  createHash(name).update(Buffer.from(hex, 'hex')).digest('hex')

// Written out by RFC 6101 once more, in hexadecimal text, so that a slip in the code is not repeated here.
describe('the secrets of SSL 3.0', () => {
  const [secret, seed] = ['aa'.repeat(48), 'bb'.repeat(64)]

  it('grow by labels A, BB, CCC', () => {
    const expected = ['41', '4242', '434343'].map((label) => hash('md5', secret + hash('sha1', label + secret + seed)))
    expect(ssl3Expand(Buffer.from(secret, 'hex'), Buffer.from(seed, 'hex'), 40).toString('hex')).toBe(
      expected.join('').slice(0, 80),
    )
  })

  it('prove the transcript in 36 bytes, with the name of the side in it', () => {
    const transcript = '0102'
    const half = (name: 'md5' | 'sha1', length: number, sender: string): string =>
      hash(name, secret + '5c'.repeat(length) + hash(name, transcript + sender + secret + '36'.repeat(length)))
    for (const [side, sender] of [
      ['client', '434c4e54'],
      ['server', '53525652'],
    ] as const) {
      const proof = ssl3VerifyData(Buffer.from(secret, 'hex'), side, Buffer.from(transcript, 'hex'))
      expect(proof.toString('hex')).toBe(half('md5', 48, sender) + half('sha1', 40, sender))
    }
  })

  it('authenticate a record by sequence, type and length', () => {
    const [key, head, content] = ['cc'.repeat(16), '0000000000000001170003', 'abcdef']
    const inner = hash('md5', key + '36'.repeat(48) + head + content)
    const mac = ssl3Mac('md5', Buffer.from(key, 'hex'), Buffer.from(head, 'hex'), Buffer.from(content, 'hex'))
    expect(mac.toString('hex')).toBe(hash('md5', key + '5c'.repeat(48) + inner))
  })
})
