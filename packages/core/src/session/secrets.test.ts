import { describe, expect, it } from 'vitest'
import { prf } from './secrets.ts'
import { rc4 } from './stream-cipher.ts'

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex')

describe('prf', () => {
  it('gives the published output for SHA-256', () => {
    const secret = hex('9bbe436ba940f017b17652849a71db35')
    const seed = hex('a0ba9f936cda311827a6f796ffd5198c')
    expect(prf('sha256', secret, 'test label', seed, 100).toString('hex')).toBe(
      'e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af' +
        '0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff70187347b66',
    )
  })

  it.each(['md5-sha1', 'sha256', 'sha384'] as const)(
    'of %s gives as many bytes as asked, the shorter a prefix',
    (hash) => {
      const all = prf(hash, hex('00112233445566'), 'label', hex('ff'), 200)
      for (const length of [0, 1, 16, 47, 48, 199]) {
        expect(prf(hash, hex('00112233445566'), 'label', hex('ff'), length)).toEqual(all.subarray(0, length))
      }
    },
  )
})

describe('rc4', () => {
  it.each([
    ['0102030405', 'b2396305f03dc027ccc3524a0a1118a8'],
    ['0102030405060708090a0b0c0d0e0f10', '9ac7cc9a609d1ef7b2932899cde41b97'],
  ])('gives the key stream of RFC 6229 for %s', (key, stream) => {
    expect(Buffer.from(rc4(hex(key))(Buffer.alloc(16))).toString('hex')).toBe(stream)
  })
})
