import { constants, createPrivateKey, privateDecrypt, randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Made, make } from '../../test/support/certificates.ts'
import { decode, opaque16 } from '../wire/codec.ts'
import { WireError } from '../wire/wire-error.ts'
import { type RsaBlockKind, rsaBlock } from './rsa-blocks.ts'

let made: Made
beforeAll(async () => {
  made = await make({ subject: 'CN=rsa.example', key: 'rsa' })
})

function decrypted(kind: RsaBlockKind): Buffer {
  const { clientKeyExchange } = rsaBlock(kind, made.der, 0x0303, randomBytes)
  const key = createPrivateKey(made.keyPem)
  return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, decode(opaque16, clientKeyExchange))
}

/** Start, where the first zero after it stands, and the version behind a separator in its place. */
function shapeOf(block: Buffer): readonly (string | number)[] {
  return [block.toString('hex', 0, 2), block.indexOf(0, 2) - block.length, block.readUInt16BE(block.length - 48)]
}

describe('an RSA block', () => {
  it.each([
    ['correct', ['0002', -49, 0x0303]],
    ['wrong-start', ['4117', -49, 0x0303]],
    ['late-separator', ['0002', -2, 0x0303]],
    ['no-separator', ['0002', -1 - 256, 0x0303]],
    ['wrong-version', ['0002', -49, 0x0202]],
  ] as const)('that is %s is wrong in that way alone', (kind, shape) => {
    for (let run = 0; run < 20; run += 1) expect(shapeOf(decrypted(kind))).toEqual(shape)
  })

  it('cannot be made for a certificate without an RSA key', async () => {
    const ec = await make({ subject: 'CN=ec.example' })
    expect(() => rsaBlock('correct', ec.der, 0x0303, randomBytes)).toThrow(WireError)
    expect(() => rsaBlock('correct', randomBytes(20), 0x0303, randomBytes)).toThrow(WireError)
  })
})
