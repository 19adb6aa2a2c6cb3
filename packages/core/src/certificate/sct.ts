/** Counts signed certificate timestamps in a list (RFC 6962 section 3.3), as embedded: an OCTET STRING around it. */
export function countScts(extension: ArrayBuffer | undefined): number {
  if (!extension) return 0
  const list = octetString(Buffer.from(extension))
  if (!list || list.length < 2 || list.readUInt16BE(0) !== list.length - 2) return 0
  let count = 0
  let at = 2
  while (at + 2 <= list.length) {
    at += 2 + list.readUInt16BE(at)
    count += 1
  }
  return at === list.length ? count : 0
}

/** X.690 8.1.3 and 8.7: definite length of one to three bytes is all that such a list can need. */
function octetString(bytes: Buffer): Buffer | null {
  if (bytes[0] !== 0x04 || bytes.length < 2) return null
  const first = bytes[1] ?? 0
  const size = first < 0x80 ? 0 : first & 0x7f
  if (size > 3 || bytes.length < 2 + size) return null
  const length = size === 0 ? first : bytes.readUIntBE(2, size)
  return bytes.length === 2 + size + length ? bytes.subarray(2 + size) : null
}
