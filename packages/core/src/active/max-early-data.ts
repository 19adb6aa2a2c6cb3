/** How much 0-RTT data a TLS 1.3 ticket permits, read from the session that Node hands out. */

/**
 * `max_early_data_size` (RFC 8446 section 4.6.1) of a session in OpenSSL's DER form, where it stands under context tag
 * 15; 0 where it has none. Node tells it in no other way.
 */
export function maxEarlyData(session: Uint8Array): number {
  const outer = sessionIn(session)
  if (outer === null) return 0
  for (let at = outer.start; at < outer.end; ) {
    const field = element(session, at)
    if (field === null) return 0
    if (field.tag === maxEarlyDataTag) return integer(session, field.start)
    at = field.end
  }
  return 0
}

/** Newer versions of Node put a head of their own in front: the session is the sequence that ends with the bytes. */
function sessionIn(bytes: Uint8Array): Element | null {
  for (let at = bytes.indexOf(sequence); at >= 0; at = bytes.indexOf(sequence, at + 1)) {
    const found = element(bytes, at)
    if (found?.end === bytes.length) return found
  }
  return null
}

interface Element {
  readonly tag: number
  readonly start: number
  readonly end: number
}

/** One element with a definite length; null where there is none. Tags over 30 are not used here. */
function element(bytes: Uint8Array, at: number): Element | null {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) return null
  const count = first < 0x80 ? 0 : first & 0x7f
  if (count > 4) return null
  let length = first < 0x80 ? first : 0
  for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0)
  const start = at + 2 + count
  const end = start + length
  return end > bytes.length ? null : { tag, start, end }
}

function integer(bytes: Uint8Array, at: number): number {
  const found = element(bytes, at)
  if (found === null) return 0
  return bytes.subarray(found.start, found.end).reduce((value, byte) => value * 256 + byte, 0)
}

const sequence = 0x30
/** [15] EXPLICIT, constructed. */
const maxEarlyDataTag = 0xaf
