import { createHmac } from 'node:crypto'
import { wireVersions } from '../wire/registry/protocol-version.ts'
import { ssl3Mac } from './ssl3-secrets.ts'

/** One direction of a record layer: it counts its records, so each is sealed, or opened, once and in order. */
export interface RecordCipher {
  readonly seal: (type: number, content: Uint8Array) => Uint8Array
  /** Null where the record does not authenticate. */
  readonly open: (type: number, fragment: Uint8Array) => Uint8Array | null
}

export interface DirectionKeys {
  readonly macKey: Uint8Array
  readonly key: Uint8Array
  readonly iv: Uint8Array
}

/** What MAC and AEAD cover beside the content: sequence number, type, version, length (RFC 5246 section 6.2.3). */
export function additionalData(sequence: bigint, type: number, version: number, length: number): Buffer {
  const data = Buffer.alloc(13)
  data.writeBigUInt64BE(sequence, 0)
  data.writeUInt8(type, 8)
  data.writeUInt16BE(version, 9)
  data.writeUInt16BE(length, 11)
  return data
}

/** TLS 1.0 chains records by their last block; later versions send a fresh IV. */
export const hasExplicitIv = (version: number): boolean => version >= wireVersions['TLSv1.1']

/** `data` is `additionalData`; SSL 3.0 leaves the version out of it and has a MAC of its own. */
export function recordMac(hash: string, key: Uint8Array, data: Uint8Array, content: Uint8Array): Buffer {
  const isSsl3 = ((data[9] as number) << 8) + (data[10] as number) === wireVersions.SSLv3
  if (!isSsl3) return createHmac(hash, key).update(data).update(content).digest()
  const head = Buffer.concat([data.subarray(0, 9), data.subarray(11)])
  return ssl3Mac(hash === 'md5' ? 'md5' : 'sha1', key, head, content)
}
