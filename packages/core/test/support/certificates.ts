/** Certificates made for one test: any shape, good or bad, with fast keys. */
import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

export type KeyKind = 'ec' | 'rsa' | 'ed25519'

export interface Wish {
  /** In encoding order, for instance `O=Corp, CN=Root`. */
  readonly subject: string
  /** Who signs; itself where left out. */
  readonly by?: Made
  /** The issuer name to write where it is not the signer's. */
  readonly issuerName?: string
  readonly dns?: readonly string[]
  readonly ip?: readonly string[]
  readonly ca?: boolean
  readonly pathLength?: number
  readonly keyUsage?: number
  readonly eku?: readonly string[]
  readonly extensions?: readonly x509.Extension[]
  readonly key?: KeyKind
  /** Take this key pair: a cross-sign certifies the same key again. */
  readonly keys?: webcrypto.CryptoKeyPair
  readonly notBefore?: Date
  readonly notAfter?: Date
  readonly serialNumber?: string
}

export interface Made {
  readonly certificate: x509.X509Certificate
  readonly der: Uint8Array
  readonly pem: string
  readonly keys: webcrypto.CryptoKeyPair
  /** PKCS #8, PEM. */
  readonly keyPem: string
}

export async function make(wish: Wish): Promise<Made> {
  const keys = wish.keys ?? (await newKeys(wish.key ?? 'ec'))
  const signingKey = wish.by?.keys.privateKey ?? keys.privateKey
  const certificate = await x509.X509CertificateGenerator.create(
    {
      subject: wish.subject,
      issuer: wish.issuerName ?? wish.by?.certificate.subject ?? wish.subject,
      notBefore: wish.notBefore ?? new Date('2025-01-01T00:00:00Z'),
      notAfter: wish.notAfter ?? new Date('2045-01-01T00:00:00Z'),
      signingAlgorithm: signingAlgorithm(signingKey),
      publicKey: keys.publicKey,
      signingKey,
      extensions: extensionsOf(wish),
      ...(wish.serialNumber === undefined ? {} : { serialNumber: wish.serialNumber }),
    },
    webcrypto,
  )
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  return {
    certificate,
    der: new Uint8Array(certificate.rawData),
    pem: `${certificate.toString('pem')}\n`,
    keys,
    keyPem: `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`,
  }
}

export const makeCa = (wish: Wish) => make({ ca: true, ...wish })

function extensionsOf(wish: Wish): x509.Extension[] {
  const names = [
    ...(wish.dns ?? []).map((value) => ({ type: 'dns' as const, value })),
    ...(wish.ip ?? []).map((value) => ({ type: 'ip' as const, value })),
  ]
  return [
    ...(wish.ca === undefined ? [] : [new x509.BasicConstraintsExtension(wish.ca, wish.pathLength, true)]),
    ...(wish.keyUsage === undefined ? [] : [new x509.KeyUsagesExtension(wish.keyUsage, true)]),
    ...(wish.eku ? [new x509.ExtendedKeyUsageExtension([...wish.eku])] : []),
    ...(names.length > 0 ? [new x509.SubjectAlternativeNameExtension(names)] : []),
    ...(wish.extensions ?? []),
  ]
}

function newKeys(kind: KeyKind): Promise<webcrypto.CryptoKeyPair> {
  if (kind === 'rsa') return webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
  if (kind === 'ed25519')
    return webcrypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>
  return webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
}

function signingAlgorithm(key: webcrypto.CryptoKey) {
  return key.algorithm.name === 'ECDSA' ? { name: 'ECDSA', hash: 'SHA-256' } : key.algorithm
}

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
}
