import { Buffer } from 'node:buffer'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps secrets unreadable in the database; what is sealed for one thing does not open as another's. */
export interface Seal {
  readonly close: (secret: string, about: string) => string
  /** @throws {Error} where it was not sealed with this installation's secret, or for something else */
  readonly open: (sealed: string, about: string) => string
}

/** AES-256-GCM under a key of its own, derived from the installation's secret (HKDF, RFC 5869). */
export function createSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'sundown identity provider secrets', 32))
  return {
    close: (text, about) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [version, ...[nonce, body, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
    },
    open: (sealed, about) => {
      const [given, ...parts] = sealed.split('.')
      const [nonce, body, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
      if (given !== version || !nonce || !body || !tag) throw new Error('not a sealed secret')
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
      decipher.setAAD(Buffer.from(about)).setAuthTag(tag)
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
    },
  }
}

const version = 'v1'
