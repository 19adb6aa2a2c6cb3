/** The lab's own certificate authority and leaves, kept on disk so that they survive restarts. */
import 'reflect-metadata'
import { createPrivateKey, randomUUID, webcrypto, X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import type { LabKey } from './targets.ts'
import { labServerName } from './targets.ts'

export interface LabAuthority {
  readonly caPem: string
  /** Certificate (leaf only: the root is the anchor) and key of one server; made once, then read back. */
  readonly leaf: (key: LabKey) => Promise<{ readonly cert: string; readonly key: string }>
}

/** Opens the authority in `dir`, making what is missing, damaged or about to run out. */
export async function openLabAuthority(dir: string, now: Date): Promise<LabAuthority> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const ca = (await readPair(join(dir, 'ca'), (pair) => outlives(pair, now))) ?? (await makeCa(dir, now))
  return {
    caPem: ca.cert,
    leaf: async (key) => {
      const path = join(dir, key)
      const fits = (pair: Pair) => issuedBy(pair, ca) && (key === 'expired' || outlives(pair, now))
      return (await readPair(path, fits)) ?? (await makeLeaf(path, key, ca, now))
    },
  }
}

interface Pair {
  readonly cert: string
  readonly key: string
}

async function makeCa(dir: string, now: Date): Promise<Pair> {
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
  const cert = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: 'O=Sundown, CN=Sundown practice lab',
      notBefore: days(now, -1),
      notAfter: days(now, 3650),
      signingAlgorithm: rsa,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    },
    webcrypto,
  )
  return writePair(join(dir, 'ca'), cert, keys.privateKey)
}

async function makeLeaf(path: string, key: LabKey, ca: Pair, now: Date): Promise<Pair> {
  const issuer = new x509.X509Certificate(ca.cert)
  const signingKey = await webcrypto.subtle.importKey(
    'pkcs8',
    createPrivateKey(ca.key).export({ type: 'pkcs8', format: 'der' }),
    rsa,
    false,
    ['sign'],
  )
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
  const name = labServerName(key)
  const cert = await x509.X509CertificateGenerator.create(
    {
      subject: `CN=${name}`,
      issuer: issuer.subject,
      notBefore: days(now, key === 'expired' ? -395 : -1),
      notAfter: days(now, key === 'expired' ? -30 : 365),
      signingAlgorithm: rsa,
      publicKey: keys.publicKey,
      signingKey,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: name }]),
        await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      ],
    },
    webcrypto,
  )
  return writePair(path, cert, keys.privateKey)
}

async function readPair(path: string, fits: (pair: Pair) => boolean): Promise<Pair | null> {
  try {
    const pair = { cert: await readFile(`${path}.pem`, 'utf8'), key: await readFile(`${path}.key`, 'utf8') }
    return new X509Certificate(pair.cert).checkPrivateKey(createPrivateKey(pair.key)) && fits(pair) ? pair : null
  } catch {
    return null
  }
}

async function writePair(path: string, cert: x509.X509Certificate, key: webcrypto.CryptoKey): Promise<Pair> {
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key))
  const pair = {
    cert: `${cert.toString('pem')}\n`,
    key: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
      .export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  }
  await replace(`${path}.key`, pair.key)
  await replace(`${path}.pem`, pair.cert)
  return pair
}

/** A process killed half-way leaves either the old file or the new one. */
async function replace(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, text, { mode: 0o600 })
  await rename(draft, path)
}

const outlives = (pair: Pair, now: Date) => new X509Certificate(pair.cert).validToDate > days(now, 30)
const issuedBy = (pair: Pair, ca: Pair) => new X509Certificate(pair.cert).verify(new X509Certificate(ca.cert).publicKey)
const days = (from: Date, count: number) => new Date(from.getTime() + count * 86_400_000)
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
}
