import { randomBytes } from 'node:crypto'

/**
 * A UUID version 7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, then random bits. For rows whose id must be
 * known before they are written, as a new tenant's is. Sorts by time, which the history partitions rely on.
 */
export function newId(now: number = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
