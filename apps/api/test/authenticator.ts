import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** What an authenticator, or somebody who plays one, does differently from a right one. */
export interface Oddity {
  readonly origin?: string
  readonly rpId?: string
  /** Whether it checked its person. */
  readonly verified?: boolean
  readonly challenge?: string
}

/** A software authenticator with one resident key (WebAuthn Level 3, ES256, attestation "none"). */
export class Authenticator {
  private readonly id = randomBytes(16)
  private readonly key: KeyObject
  private readonly publicKey: KeyObject
  private counter = 0
  private readonly origin: string

  constructor(origin: string) {
    this.origin = origin
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.key = pair.privateKey
    this.publicKey = pair.publicKey
  }

  /** Answers `navigator.credentials.create`. */
  register(options: { challenge: string }, odd: Oddity = {}): Record<string, unknown> {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' })
    const cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
    const data = this.data(
      odd,
      0x40,
      Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, cose]),
    )
    // {"fmt": "none", "attStmt": {}, "authData": bytes}
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'),
      Buffer.from([data.length >> 8, data.length & 255]),
      data,
    ])
    return this.credential({
      clientDataJSON: this.client('webauthn.create', options, odd).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    })
  }

  /** Answers `navigator.credentials.get`. */
  show(options: { challenge: string }, odd: Oddity = {}): Record<string, unknown> {
    const client = this.client('webauthn.get', options, odd)
    const data = this.data(odd, 0)
    const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(client).digest()]), this.key)
    return this.credential({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }

  private credential(response: Record<string, unknown>): Record<string, unknown> {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }

  private client(type: string, { challenge }: { challenge: string }, odd: Oddity): Buffer {
    const { origin = this.origin } = odd
    return Buffer.from(JSON.stringify({ type, challenge: odd.challenge ?? challenge, origin, crossOrigin: false }))
  }

  private data(
    { rpId = new URL(this.origin).hostname, verified = true }: Oddity,
    flags: number,
    rest = Buffer.alloc(0),
  ): Buffer {
    const counter = Buffer.alloc(4)
    this.counter += 1
    counter.writeUInt32BE(this.counter)
    const present = 1 | (verified ? 4 : 0) | flags
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([present]), counter, rest])
  }
}
