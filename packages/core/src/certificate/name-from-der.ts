import { AsnConvert } from '@peculiar/asn1-schema'
import { Name } from '@peculiar/asn1-x509'
import { distinguishedName } from './distinguished-name.ts'

/** A distinguished name in DER as text; its hexadecimal bytes where it cannot be read. */
export function nameFromDer(der: Uint8Array): string {
  try {
    return distinguishedName(AsnConvert.parse(der, Name))
  } catch {
    return `#${Buffer.from(der.subarray(0, 64)).toString('hex')}`
  }
}
